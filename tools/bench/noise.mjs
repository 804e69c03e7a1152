// Whether the trouble of one tenant is felt by the others: quiet and noisy turns next to each other. Noisy: one tenant's
// topic is full of messages that nobody can read and its handlers refuse all others, and another has ten times the work.
import { randomUUID } from 'node:crypto';
import { KafkaSender, kafkaClient, topicOf } from '../../libs/messaging/dist/index.js';
import { figure, median, pause, percentile, times } from './figures.mjs';
import { busyShare } from './cpu.mjs';
import { load, waits } from './provinces.mjs';

const MORE = 10;
const ILL_A_SECOND = 10;
const RATIO = 1.25;
const DIFFERENCE_MS = 5;
/** Above this the machine itself, and not the neighbour, is what is measured. */
const BUSY = 0.6;
const REFUSE = 'ALTER TABLE notification.inbox ADD CONSTRAINT bench_refuses CHECK (false) NOT VALID';
const ALLOW = 'ALTER TABLE notification.inbox DROP CONSTRAINT IF EXISTS bench_refuses';

/** `pairs` of `seconds` each; each quiet tenant has `rate` commits a second. */
export async function noiseFigures(cluster, provinces, overview, { pairs, seconds, rate }) {
  const [poisoned, loud, ...others] = provinces.names;
  const quietly = Object.fromEntries(others.map((tenant) => [tenant, rate]));
  const poison = await Poison.of(cluster, provinces, poisoned);
  const turn = async (rates, work = async () => undefined) => {
    const busy = busyShare();
    const [{ commits, lost }] = await Promise.all([load(provinces, overview, rates, seconds), work()]);
    const ofOthers = waits(commits.filter(({ tenant }) => others.includes(tenant)));
    return { p99: percentile(ofOthers, 0.99), busy: busy(), lost };
  };
  const quiet = () => turn({ ...quietly, [loud]: rate, [poisoned]: rate });
  const noisy = () =>
    turn({ ...quietly, [loud]: MORE * rate, [poisoned]: rate }, () => poison.during(seconds));
  const results = { quiet: [], noisy: [] };
  try {
    await quiet();
    for (let pair = 0; pair < pairs; pair += 1)
      for (const kind of pair % 2 === 0 ? ['quiet', 'noisy'] : ['noisy', 'quiet'])
        results[kind].push(await (kind === 'quiet' ? quiet() : noisy()));
  } finally {
    await poison.close();
  }
  return [noiseFigure(results, { others: others.length, rate, pairs })];
}

function noiseFigure({ quiet, noisy }, { others, rate, pairs }) {
  const [before, beside] = [quiet, noisy].map((turns) => median(turns.map(({ p99 }) => p99)));
  const ratio = median(noisy.map(({ p99 }, index) => p99 / quiet[index].p99));
  const difference = beside - before;
  const busy = median(noisy.map((one) => one.busy));
  const lost = [...quiet, ...noisy].reduce((sum, one) => sum + one.lost, 0);
  const held = lost === 0 && (ratio <= RATIO || difference <= DIFFERENCE_MS);
  return figure(
    `p99 of ${others} tenants at ${rate}/s, beside one poisoned and one at ${MORE}×`,
    `${beside.toFixed(0)} ms`,
    {
      beside: `quiet ${before.toFixed(0)} ms: ${times(ratio)}, ${difference.toFixed(0)} ms more; ${pairs} pairs, processors ${percent(busy)} busy (quiet ${percent(median(quiet.map((one) => one.busy)))}), ${lost} never seen`,
      aim: `≤ ${RATIO}× or +${DIFFERENCE_MS} ms, at most ${percent(BUSY)} busy`,
      ...(busy <= BUSY ? { well: held } : {}),
    },
  );
}

const percent = (share) => `${(100 * share).toFixed(0)} %`;

/** Makes one tenant ill, and well again. */
class Poison {
  static async of(cluster, provinces, tenant) {
    const poison = new Poison();
    const { brokers, admin: sasl } = cluster.kafka;
    const sender = new KafkaSender(kafkaClient({ brokers, clientId: 'lk-bench', sasl }));
    return Object.assign(poison, { tenant, provinces, sender, client: await provinces.client(tenant) });
  }

  /** In turn something that can't be read at all, and a difficulty that the notification's handler refuses each time. */
  async during(seconds) {
    await this.client.query(REFUSE);
    const topic = topicOf({ kind: 'service', tenant: this.tenant, service: 'activity' });
    for (let sent = 0; sent < seconds * ILL_A_SECOND; sent += 1) {
      const headers = { ce_tenant: this.tenant, ce_id: randomUUID() };
      await this.sender.send([{ topic, key: 'bench', headers, value: Buffer.from('{') }]);
      await this.provinces.raise(this.tenant);
      await pause(1000 / ILL_A_SECOND);
    }
    await this.client.query(ALLOW);
  }

  async close() {
    await this.client.query(ALLOW).catch(() => undefined);
    await this.client.end();
    await this.sender.close();
  }
}
