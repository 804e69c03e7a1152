// Runs cells of faults on a cluster of real processes with people at work, and checks after each that nothing was harmed.
import { startCluster } from '../cluster.mjs';
import { freePort } from '../free-port.mjs';
import { Check } from './check.mjs';
import { smallDisk } from './disk.mjs';
import { Proxy } from './proxy.mjs';
import { Workload, pause } from './workload.mjs';

const TENANTS = ['hcmc', 'tien-giang', 'nghe-an', 'kien-giang'];
/** Everything must be well again so long after the fault is taken away. */
const HEAL_MS = 60_000;
const WORK_BEFORE_MS = 1_500;

/** A cluster whose processes reach PostgreSQL and Kafka through proxies; with `fillable` on a disk of its own. */
export async function openField({ directory, port, brokers = 1, fillable = false, progress }) {
  const proxies = { postgres: new Map(), kafka: [] };
  const disk = fillable ? smallDisk(directory) : undefined;
  const cluster = await startCluster({
    directory,
    port,
    brokers,
    instances: { activity: 2 },
    fronted: true,
    through: async ({ kafka, postgres }) => {
      for (const { front, port: target } of kafka.fronts) proxies.kafka.push(await listening(front, target));
      return proxied(proxies.postgres, postgres.address.port);
    },
    progress,
  });
  const check = new Check(directory, cluster.postgres.address.port, TENANTS);
  const close = async () => {
    await check.close();
    await cluster.stop();
    for (const proxy of [...proxies.postgres.values(), ...proxies.kafka]) await proxy.close();
    disk?.unmount();
  };
  return { cluster, proxies, disk, check, close };
}

async function proxied(known, target) {
  const names = [
    'platform',
    'agreement',
    'activity',
    'activity-2',
    'reporting',
    'notification',
    'audit',
    'relay',
  ];
  for (const name of names) known.set(name, await listening(await freePort(), target));
  return (name) => known.get(name)?.port ?? target;
}

async function listening(port, target) {
  const proxy = new Proxy(port, target);
  await proxy.listen();
  return proxy;
}

/** As runCell, for a table of many: a cell that breaks off is one of its results, and the others are still run. */
export async function resultOf(field, cell) {
  const { fault, target } = cell;
  try {
    return await runCell(field, cell);
  } catch (error) {
    return { fault, target, acknowledged: 0, asked: 0, again: 0, recoveredMs: 0, faults: [error.message] };
  }
}

/**
 * One cell: people work, something happens, it is taken away, all comes to rest, and what must hold is asked.
 * @throws Error when all is not well before it begins: what another fault left is not this one's
 */
export async function runCell(field, { fault, target, run }) {
  const before = await recovered(field, Date.now());
  if (!before.well) throw new Error(`not begun: ${before.why}`);
  const work = new Workload(field.cluster.gateway, field.cluster.platform);
  await work.start();
  await pause(WORK_BEFORE_MS);
  await run(field);
  const healed = Date.now();
  await work.stop();
  const { well, why } = await recovered(field, healed);
  const faults = well ? await field.check.faults(work.acknowledged) : [why];
  const { acknowledged, asked, again } = work;
  return {
    fault,
    target,
    acknowledged: acknowledged.length,
    asked,
    again,
    recoveredMs: Date.now() - healed,
    faults,
  };
}

/** Every process ready and without lag, every pair of tenants the same at both ends. */
async function recovered({ cluster, check }, since) {
  for (;;) {
    const waiting =
      (await unready(cluster.processes)) ?? (await check.uncarried().catch(({ message }) => [message]))[0];
    if (waiting === undefined) return { well: true };
    if (Date.now() - since > HEAL_MS)
      return { well: false, why: `not well after ${HEAL_MS / 1000} s: ${waiting}` };
    await pause(300);
  }
}

async function unready(processes) {
  for (const one of processes) {
    const { ready, parts } = await one.health();
    const lagging = parts.find(({ lag }) => lag > 0);
    if (!ready) return `${one.name} is not ready`;
    if (lagging) return `${one.name}: ${lagging.name} lags by ${lagging.lag}`;
  }
  return undefined;
}

/** Markdown of the results, with the machine and the day. */
export function tableOf(results, facts) {
  const rows = results.map(({ fault, target, acknowledged, again, recoveredMs, faults }) =>
    [
      fault,
      target,
      acknowledged,
      again,
      (recoveredMs / 1000).toFixed(1),
      faults.length === 0 ? 'nothing' : faults.slice(0, 3).join('; '),
    ].join(' | '),
  );
  return [
    '# Faults on real processes',
    '',
    'Written by `npm run faults`. Four people of three tenants work through the gateway while one thing goes wrong; then it',
    'is taken away, and within 60 s every process must be ready, without lag, and both ends of every pair the same. After',
    'each cell the databases are asked past the services: everything acknowledged there exactly once, numbers and revisions',
    'without a gap, every crossing once and in order, nothing parked.',
    '',
    facts,
    '',
    'fault | where | acknowledged | asked again | well again after (s) | harmed',
    '---|---|---|---|---|---',
    ...rows,
    '',
  ].join('\n');
}
