// `npm run cluster`: everything on this machine as separate processes without Docker: Apache Kafka, PostgreSQL, each
// service, the platform's own process, the gateway with the portal. Also what the distributed specs and benches use.
import './node-version.mjs';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './files.mjs';
import { startKafka } from './kafka.mjs';
import { SERVICES, contentOf, rolePassword, secretFile } from './cluster-parts.mjs';
import { processesOf, usersOf } from './cluster-processes.mjs';

const HELP = `npm run cluster [-- <tùy chọn / options>]

  --brokers N            số máy Kafka, mặc định 1 (Kafka brokers)
  --instances activity=2 số tiến trình của một dịch vụ (processes of a service)
  --apart nghe-an        nhóm tiến trình riêng cho một đơn vị (a group of processes for one tenant)
  --fresh                xóa dữ liệu cũ (drop the old data)
  --no-demo              nền tảng trống (an empty platform)

Biến môi trường (environment): PORT (8080), DATA_DIR (.data-cluster), DEMO_DAY
`;

function optionsOf(args) {
  const options = { brokers: 1, instances: {}, apart: [], fresh: false, demo: true };
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    if (arg === '--brokers') options.brokers = Number(args[(index += 1)]);
    else if (arg === '--instances') {
      const [service, count] = (args[(index += 1)] ?? '').split('=');
      options.instances[service] = Number(count);
    } else if (arg === '--apart') options.apart.push(args[(index += 1)] ?? '');
    else if (arg === '--fresh') options.fresh = true;
    else if (arg === '--no-demo') options.demo = false;
    else return undefined;
  }
  const counts = [options.brokers, ...Object.values(options.instances)];
  const known = Object.keys(options.instances).every((service) => SERVICES.includes(service));
  const tenants = options.apart.every((tenant) => /^[a-z][a-z0-9-]+$/.test(tenant));
  return known && tenants && counts.every((count) => Number.isInteger(count) && count > 0)
    ? options
    : undefined;
}

const say = (line) => console.log(line);

/**
 * Starts all of it; answers { gateway, platform, processes, kafka, postgres, stop }. `through` may put something between
 * a process and the database: it answers which port a process of that name is told.
 */
export async function startCluster({
  directory,
  port,
  brokers = 1,
  instances = {},
  apart = [],
  demo = true,
  demoDay,
  fronted = false,
  through = () => undefined,
  progress = say,
}) {
  mkdirSync(join(directory, 'logs'), { recursive: true });
  chmodSync(directory, 0o755);
  const passwords = [...usersOf(apart), 'admin'].map((name) => [
    name,
    contentOf(secretFile(directory, name)),
  ]);
  const users = Object.fromEntries(passwords);
  const [kafka] = await Promise.all([
    startKafka({ directory: join(directory, 'kafka'), brokers, users, fronted, say: progress }),
    existsSync(join(directory, 'pg/PG_VERSION')) ? undefined : load(directory, demo, demoDay, progress),
  ]);
  const postgres = await startPostgres(directory);
  const postgresPortOf = await through({ kafka, postgres });
  const told = { directory, port, demo, kafka, postgres, brokers, instances, apart, postgresPortOf };
  const processes = await processesOf(told);
  const stop = () => stopAll(processes, kafka, postgres);
  await startAll(processes, progress).catch(async (error) => {
    await stop();
    throw error;
  });
  const urlOf = (name) => processes.find((one) => one.name === name)?.url;
  const addresses = { gateway: urlOf('gateway'), platform: urlOf('platform') };
  writeFileSync(join(directory, 'cluster.json'), JSON.stringify({ pid: process.pid, ...addresses }));
  return { ...addresses, processes, kafka, postgres, stop };
}

async function startPostgres(directory) {
  const { EmbeddedCluster } = await import(pathToFileURL(join(ROOT, 'libs/read-model/dist/index.js')).href);
  const password = rolePassword(directory, 'postgres');
  return EmbeddedCluster.start({ directory: join(directory, 'pg'), password, durable: true });
}

async function stopAll([platform, ...others], kafka, postgres) {
  await Promise.all(others.map((one) => one.stop()));
  await platform.stop();
  await kafka.stop();
  await postgres.stop();
}

/** The demonstration is loaded by one process that has all services in it; the separate ones go on from there. */
function load(directory, demo, demoDay, progress) {
  progress('Nạp dữ liệu (loading)…');
  const args = demo ? ['--load-only'] : ['--load-only', '--no-demo'];
  const env = {
    ...process.env,
    DATA_DIR: directory,
    PORT: '18079',
    ...(demoDay ? { DEMO_DAY: demoDay } : {}),
  };
  delete env.KAFKA_BROKERS;
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(ROOT, 'apps/platform/dist/main.js'), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
      cwd: ROOT,
    });
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`loading ended with ${code}`))));
  });
}

async function startAll([platform, ...others], progress) {
  progress('Khởi động các tiến trình (starting the processes)…');
  platform.start();
  await answering(platform);
  others.forEach((one) => one.start());
  await Promise.all(others.map((one) => answering(one)));
}

async function answering(one, patience = 90_000) {
  for (const until = Date.now() + patience; Date.now() < until;) {
    if ((await one.health()).ready) return;
    await new Promise((next) => setTimeout(next, 150));
  }
  throw new Error(`${one.name} is not ready: see ${one.log}`);
}

/** A line per process: pid, health, lag, restarts. */
async function table(processes) {
  const rows = await Promise.all(
    processes.map(async (one) => {
      const { ready, parts } = await one.health();
      const lag = Math.max(0, ...parts.map((part) => part.lag ?? 0));
      return [
        one.name,
        String(one.child?.pid ?? '-'),
        ready ? 'ready' : 'not ready',
        String(lag),
        String(one.restarts),
      ];
    }),
  );
  return [['process', 'pid', 'health', 'lag', 'restarts'], ...rows]
    .map((cells) => `  ${cells.map((cell, index) => cell.padEnd([14, 8, 10, 6, 8][index])).join(' ')}`)
    .join('\n');
}

async function main(args) {
  const options = args.includes('--help') ? undefined : optionsOf(args);
  if (!options) return void (console.log(HELP), (process.exitCode = args.includes('--help') ? 0 : 2));
  if (spawnSync('java', ['-version']).status !== 0 || spawnSync('mvn', ['-v']).status !== 0)
    throw new Error(
      'Cần Java 17 và Maven (needs Java 17 and Maven): apt-get install openjdk-17-jre-headless maven',
    );
  const { install, build } = await import('./prepare.mjs');
  if (!(await install()) || !(await build())) return void (process.exitCode = 1);
  const directory = resolve(process.env.DATA_DIR ?? join(ROOT, '.data-cluster'));
  if (options.fresh) rmSync(directory, { recursive: true, force: true });
  const began = Date.now();
  const port = Number(process.env.PORT ?? 8080);
  const cluster = await startCluster({ directory, port, ...options });
  say(`\n  Liên Kết (phân tán)  ${cluster.gateway}   (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  say(`  Nhật ký (logs)       ${directory}/logs\n  Dừng (stop)          Ctrl-C\n`);
  say(await table(cluster.processes));
  const live =
    process.stdout.isTTY &&
    setInterval(
      async () => say(`\x1b[${cluster.processes.length + 1}A${await table(cluster.processes)}`),
      2_000,
    );
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    clearInterval(live);
    await cluster.stop();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

if (process.argv[1] === import.meta.filename)
  main(process.argv.slice(2)).catch((error) => {
    console.error(`✗ ${error.message}`);
    process.exit(1);
  });
