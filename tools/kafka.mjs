// Real Apache Kafka on this machine without Docker (Java 17 and Maven): brokers with users and rights, for `npm run
// cluster` and for the specs. Data lie in the folder given; jars in node_modules/.cache/kafka.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { ROOT } from './files.mjs';
import { freePort } from './free-port.mjs';

const POM = join(ROOT, 'infra/kafka/pom.xml');
const HEAP = ['-Xmx192m', '-Xms64m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];

/** Folder of the jars; fetched once by their Maven coordinates. */
export function kafkaJars(say = () => undefined) {
  const version = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  const folder = join(ROOT, 'node_modules/.cache/kafka', version);
  if (existsSync(join(folder, 'complete'))) return folder;
  say('Tải Apache Kafka qua Maven (fetching Apache Kafka by Maven)…');
  mkdirSync(folder, { recursive: true });
  const done = spawnSync(
    'mvn',
    ['-q', '-B', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (done.status !== 0)
    throw new Error('Maven không tải được Apache Kafka (Maven could not fetch Apache Kafka)');
  writeFileSync(join(folder, 'complete'), '');
  return folder;
}

/**
 * Starts brokers, `fronted` when clients are to come through something that listens before them; users are made with the storage, so that the first start has them. `users`: name → password; `admin` is
 * the superuser. Answers { brokers, stop, kill(id), freeze(id), restart(id), pids }.
 */
export async function startKafka({
  directory,
  brokers = 1,
  users = {},
  fronted = false,
  say = () => undefined,
}) {
  const classpath = [`${kafkaJars(say)}/*`].join(delimiter);
  mkdirSync(directory, { recursive: true });
  const nodes = await nodesOf(directory, brokers, fronted);
  const secrets = {
    controller: secretOf(directory, 'controller'),
    admin: users.admin ?? secretOf(directory, 'admin'),
  };
  const all = { ...users, admin: secrets.admin };
  for (const node of nodes) writeNode(node, nodes, secrets, all, classpath, directory);
  const running = new Map();
  const launch = (node) => running.set(node.id, launchNode(node, classpath));
  const state = () => nodes.map(({ id, port }) => ({ id, port, pid: running.get(id)?.pid }));
  nodes.forEach(launch);
  await Promise.all(nodes.map((node) => listening(node, running)));
  const stopNode = (id, signal) => ended(running.get(id), signal);
  return {
    brokers: nodes.map(({ port, front = port }) => `127.0.0.1:${front}`),
    fronts: nodes.flatMap(({ port, front }) => (front ? [{ front, port }] : [])),
    admin: { username: 'admin', password: secrets.admin },
    state,
    signal: (id, signal) => running.get(id)?.kill(signal),
    stopNode,
    restart: async (id) => {
      const node = nodes.find((one) => one.id === id);
      launch(node);
      await listening(node, running);
    },
    stop: () => Promise.all(nodes.map(({ id }) => stopNode(id, 'SIGTERM'))),
  };
}

/** Ports are kept, so that a restart finds the same brokers. */
async function nodesOf(directory, count, fronted) {
  const file = join(directory, 'nodes.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const nodes = [];
  for (let id = 1; id <= count; id += 1)
    nodes.push({
      id,
      port: await freePort(),
      controller: await freePort(),
      ...(fronted ? { front: await freePort() } : {}),
      directory: join(directory, `broker-${id}`),
    });
  writeFileSync(file, JSON.stringify(nodes));
  return nodes;
}

function secretOf(directory, name) {
  const file = join(directory, `${name}.secret`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

function writeNode(node, nodes, secrets, users, classpath, directory) {
  mkdirSync(node.directory, { recursive: true });
  const properties = join(node.directory, 'server.properties');
  writeFileSync(properties, propertiesOf(node, nodes, secrets), { mode: 0o600 });
  if (existsSync(join(node.directory, 'data/meta.properties'))) return;
  const cluster = createHash('sha256')
    .update(secretOf(directory, 'cluster'))
    .digest()
    .subarray(0, 16)
    .toString('base64url');
  const scram = Object.entries(users).flatMap(([name, password]) => [
    '--add-scram',
    `SCRAM-SHA-512=[name=${name},iterations=4096,password=${password}]`,
  ]);
  const formatted = spawnSync(
    'java',
    [
      ...HEAP,
      '-cp',
      classpath,
      'kafka.tools.StorageTool',
      'format',
      '-t',
      cluster,
      '-c',
      properties,
      ...scram,
    ],
    { encoding: 'utf8' },
  );
  if (formatted.status !== 0) throw new Error(`Kafka: ${formatted.stdout}${formatted.stderr}`);
}

function propertiesOf(node, nodes, secrets) {
  return [...listenersOf(node, nodes), ...usersOf(secrets), ...limitsOf(node, nodes.length)].join('\n');
}

function listenersOf(node, nodes) {
  const voters = nodes.map(({ id, controller }) => `${id}@127.0.0.1:${controller}`).join(',');
  return [
    'process.roles=broker,controller',
    `node.id=${node.id}`,
    `controller.quorum.voters=${voters}`,
    `listeners=SASL_PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controller}`,
    `advertised.listeners=SASL_PLAINTEXT://127.0.0.1:${node.front ?? node.port}`,
    'controller.listener.names=CONTROLLER',
    'inter.broker.listener.name=SASL_PLAINTEXT',
    'listener.security.protocol.map=CONTROLLER:SASL_PLAINTEXT,SASL_PLAINTEXT:SASL_PLAINTEXT',
  ];
}

function usersOf({ admin, controller }) {
  const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule';
  const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';
  return [
    'sasl.enabled.mechanisms=SCRAM-SHA-512',
    'sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512',
    'sasl.mechanism.controller.protocol=PLAIN',
    'listener.name.sasl_plaintext.sasl.enabled.mechanisms=SCRAM-SHA-512',
    `listener.name.sasl_plaintext.scram-sha-512.sasl.jaas.config=${scram} required username="admin" password="${admin}";`,
    'listener.name.controller.sasl.enabled.mechanisms=PLAIN',
    `listener.name.controller.plain.sasl.jaas.config=${plain} required username="controller" password="${controller}" user_controller="${controller}";`,
    'authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'allow.everyone.if.no.acl.found=false',
    'super.users=User:admin;User:controller',
  ];
}

/** Replicas as the brokers allow; the rest keeps one broker under 200 MB. */
function limitsOf(node, brokers) {
  const replicas = Math.min(3, brokers);
  const inSync = replicas > 1 ? 2 : 1;
  return [
    `log.dirs=${node.directory}/data`,
    'auto.create.topics.enable=false',
    'unclean.leader.election.enable=false',
    `default.replication.factor=${replicas}`,
    `min.insync.replicas=${inSync}`,
    `offsets.topic.replication.factor=${replicas}`,
    'offsets.topic.num.partitions=4',
    `transaction.state.log.replication.factor=${replicas}`,
    `transaction.state.log.min.isr=${inSync}`,
    `share.coordinator.state.topic.replication.factor=${replicas}`,
    `share.coordinator.state.topic.min.isr=${inSync}`,
    'group.initial.rebalance.delay.ms=0',
    'message.max.bytes=1048588',
    'broker.session.timeout.ms=6000',
    'broker.heartbeat.interval.ms=1000',
    'log.cleaner.dedupe.buffer.size=4194304',
    'log.cleaner.threads=1',
    'num.network.threads=2',
    'num.io.threads=4',
    'background.threads=2',
    '',
  ];
}

function launchNode(node, classpath) {
  const log4j = `-Dlog4j2.configurationFile=${join(ROOT, 'infra/kafka/log4j2.properties')}`;
  const child = spawn(
    'java',
    [...HEAP, log4j, '-cp', classpath, 'kafka.Kafka', join(node.directory, 'server.properties')],
    { stdio: ['ignore', 'pipe', 'pipe'], cwd: node.directory },
  );
  child.tail = '';
  const keep = (chunk) => {
    child.tail = `${child.tail}${chunk}`.slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return child;
}

async function listening({ id, port }, running) {
  for (let tries = 0; tries < 900; tries += 1) {
    const child = running.get(id);
    if (child.exitCode !== null) throw new Error(`Kafka ${id} ended:\n${child.tail}`);
    if (await connects(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Kafka ${id} does not listen on ${port}`);
}

function connects(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(socket.end() && true));
    socket.once('error', () => resolve(false));
  });
}

function ended(child, signal) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => resolve(clearTimeout(force)));
    child.kill(signal);
  });
}
