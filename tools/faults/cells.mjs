// The cells of the table: a fault, and where it happens. Each brings the fault about, and takes it away again.
import { connect } from 'node:net';
import { pause } from './workload.mjs';

export const SERVICES = ['agreement', 'activity', 'reporting', 'notification', 'audit', 'relay'];
const PROCESSES = [...SERVICES, 'platform', 'gateway'];
const HOLD_MS = 8_000;
const FROZEN_MS = 45_000;

const processOf = (cluster, name) => cluster.processes.find((one) => one.name === name);

const signals = [
  ['kill -9', async (cluster, name) => void processOf(cluster, name).child?.kill('SIGKILL')],
  ['SIGTERM', async (cluster, name) => void processOf(cluster, name).child?.kill('SIGTERM')],
  ['SIGSTOP 45 s', (cluster, name) => frozen(processOf(cluster, name).child, FROZEN_MS)],
];

async function frozen(child, milliseconds) {
  child?.kill('SIGSTOP');
  await pause(milliseconds);
  child?.kill('SIGCONT');
}

/** What a network does to the connections behind a proxy. */
const networks = [
  ['connections reset', async (proxy) => proxy.reset()],
  ['refused 8 s', (proxy) => during(proxy, { refuse: true })],
  ['latency 300 ms', (proxy) => during(proxy, { latencyMs: 300 })],
  ['half-open', (proxy) => during(proxy, { up: false, down: false })],
  ['one way (no answers)', (proxy) => during(proxy, { down: false })],
];

async function during(proxy, mode) {
  if (mode.refuse) proxy.reset();
  proxy.set(mode);
  await pause(HOLD_MS);
  proxy.set({});
  // What was swallowed is gone: both ends find out only when the connection ends.
  if (mode.up === false || mode.down === false) proxy.reset();
}

const shifted = (milliseconds) => async (cluster, name) => {
  const one = processOf(cluster, name);
  const { env } = one;
  one.env = {
    ...env,
    CLOCK_SHIFT_MS: String(milliseconds),
    NODE_OPTIONS: `--import ${new URL('./clock.mjs', import.meta.url).href}`,
  };
  one.child?.kill('SIGTERM');
  await pause(HOLD_MS * 2);
  one.env = env;
  one.child?.kill('SIGTERM');
};

const cell = (fault, target, run) => ({ fault, target, run });

/** All of them; `chosen` are those of a short run. */
export function cells() {
  return [
    ...signals.flatMap(([fault, run]) =>
      PROCESSES.map((name) => cell(fault, name, ({ cluster }) => run(cluster, name))),
    ),
    ...networks.flatMap(([fault, run]) =>
      SERVICES.filter((name) => name !== 'audit').map((name) =>
        cell(fault, `${name} – PostgreSQL`, ({ proxies }) => run(proxies.postgres.get(name))),
      ),
    ),
    ...networks.map(([fault, run]) =>
      cell(fault, 'everybody – Kafka', ({ proxies }) =>
        Promise.all(proxies.kafka.map((proxy) => run(proxy))),
      ),
    ),
    cell('kill -9', 'Kafka', ({ cluster }) => brokerRestart(cluster, 'SIGKILL')),
    cell('SIGTERM', 'Kafka', ({ cluster }) => brokerRestart(cluster, 'SIGTERM')),
    cell('SIGSTOP 45 s', 'Kafka', ({ cluster }) => brokerFrozen(cluster)),
    cell('restart', 'PostgreSQL', ({ cluster }) => cluster.postgres.restart('fast')),
    cell('kill -9', 'PostgreSQL', ({ cluster }) => cluster.postgres.restart('immediate')),
    ...[90_000, -90_000].flatMap((shift) =>
      ['activity', 'relay', 'notification'].map((name) =>
        cell(`clock ${shift > 0 ? '+' : '−'}90 s`, name, ({ cluster }) => shifted(shift)(cluster, name)),
      ),
    ),
    cell('rebalance storm', 'activity', ({ cluster }) => storm(cluster, 'activity')),
    cell('disk full 8 s', 'PostgreSQL, Kafka, files', diskFull),
  ];
}

/** A second instance comes and goes every five seconds. */
async function storm(cluster, name) {
  for (let times = 0; times < 4; times += 1) {
    processOf(cluster, `${name}-2`)?.child?.kill(times % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
    await pause(5_000);
  }
}

async function brokerRestart({ kafka }, signal) {
  const [{ id }] = kafka.state();
  await kafka.stopNode(id, signal);
  await pause(2_000);
  await kafka.restart(id);
}

/** Whoever runs it makes room, and starts again what has ended for want of it. */
async function diskFull({ disk, cluster: { kafka, postgres } }) {
  if (!disk) throw new Error('not begun: a disk that can be full takes Linux and its root');
  disk.fill();
  await pause(HOLD_MS);
  disk.free();
  if (!(await answers(postgres.address.port))) await postgres.restart('immediate');
  for (const { id, port } of kafka.state()) if (!(await answers(port))) await kafka.restart(id);
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function brokerFrozen({ kafka }) {
  const [{ id }] = kafka.state();
  kafka.signal(id, 'SIGSTOP');
  await pause(FROZEN_MS);
  kafka.signal(id, 'SIGCONT');
}

/** Short ones of every kind, for each test run. */
const CHOSEN = [
  'kill -9|activity',
  'kill -9|relay',
  'kill -9|gateway',
  'SIGTERM|reporting',
  'kill -9|Kafka',
  'kill -9|PostgreSQL',
  'connections reset|relay – PostgreSQL',
  'one way (no answers)|activity – PostgreSQL',
  'half-open|everybody – Kafka',
  'rebalance storm|activity',
];

export function chosenCells() {
  return cells().filter(({ fault, target }) => CHOSEN.includes(`${fault}|${target}`));
}
