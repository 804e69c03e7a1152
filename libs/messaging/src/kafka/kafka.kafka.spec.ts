import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServiceLogger } from '@lien-ket/telemetry';
import type { Arrived, Outgoing } from '../broker.js';
import { serviceTopics } from '../topics.js';
import { ensureRights, ensureTopics, probe, type Principal } from './admin.adapter.js';
import { kafkaClient } from './client.adapter.js';
import { KafkaSender } from './sender.adapter.js';
import { KafkaSubscription } from './subscription.adapter.js';

interface Kafka {
  readonly brokers: readonly string[];
  readonly admin: { readonly username: string; readonly password: string };
  stopNode(id: number, signal: string): Promise<void>;
  restart(id: number): Promise<void>;
  stop(): Promise<void>;
}
type StartKafka = (options: { directory: string; users: Readonly<Record<string, string>> }) => Promise<Kafka>;

const TOOL = resolve(import.meta.dirname, '../../../../tools/kafka.mjs');
const TENANTS = ['hcmc', 'nghe-an', 'tien-giang'];
const directory = mkdtempSync(join(tmpdir(), 'lk-kafka-'));
const logger: ServiceLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };
let kafka: Kafka;
const open: { close(): Promise<void> }[] = [];

const clientOf = (username: string): ReturnType<typeof kafkaClient> =>
  kafkaClient({ brokers: kafka.brokers, clientId: username, sasl: { username, password: `${username}-pw` } });
const PRINCIPALS: readonly Principal[] = [
  { name: 'one', kind: 'service', tenants: ['tien-giang'], senders: TENANTS },
  { name: 'relay', kind: 'relay', tenants: TENANTS, senders: TENANTS },
  { name: 'relay-one', kind: 'relay', tenants: ['tien-giang'], senders: TENANTS },
];

beforeAll(async () => {
  const { startKafka } = (await import(pathToFileURL(TOOL).href)) as { startKafka: StartKafka };
  const names = ['one', 'relay', 'relay-one', 'nobody'];
  const users = Object.fromEntries(names.map((name) => [name, `${name}-pw`]));
  kafka = await startKafka({ directory, users });
  const admin = kafkaClient({ brokers: kafka.brokers, clientId: 'admin', sasl: kafka.admin });
  const settings = { partitions: 1, replicas: 1, retentionMs: 3_600_000 };
  await ensureTopics(admin, TENANTS, settings);
  await ensureRights(admin, PRINCIPALS);
}, 180_000);

afterAll(async () => {
  await Promise.all(open.map((one) => one.close().catch(() => undefined)));
  await kafka.stop();
  rmSync(directory, { recursive: true, force: true });
});

const outgoing = (topic: string, text: string): Outgoing => ({
  topic,
  key: 'k',
  headers: { ce_id: text },
  value: Buffer.from(text),
});

function sender(name: string): KafkaSender {
  const made = new KafkaSender(clientOf(name));
  open.push(made);
  return made;
}

async function subscribe(
  groupId: string,
  topics: readonly string[],
  take: (message: Arrived) => Promise<void>,
): Promise<KafkaSubscription> {
  const onLost = (): void => undefined;
  const made = await KafkaSubscription.open({
    kafka: clientOf('relay'),
    groupId,
    topics,
    take,
    logger,
    onLost,
  });
  open.push(made);
  return made;
}

async function until(condition: () => boolean, limit = 40_000): Promise<void> {
  for (const end = Date.now() + limit; !condition();) {
    if (Date.now() > end) throw new Error('not in time');
    await new Promise((next) => setTimeout(next, 25));
  }
}

describe('rights at the broker', () => {
  it('are exactly those of the tenants served, and a probe tells what is too much or too little', async () => {
    expect(await probe(clientOf('one'), ['tien-giang'])).toEqual([]);
    expect(await probe(clientOf('relay-one'), ['tien-giang'])).toEqual([]);
    expect(await probe(clientOf('relay'), ['tien-giang'])).toEqual(
      expect.arrayContaining(['sees lk.hcmc.activity', 'sees lk.nghe-an.relay']),
    );
    expect(await probe(clientOf('nobody'), ['tien-giang'])).toContain('does not see lk.tien-giang.relay');
    const admin = kafkaClient({ brokers: kafka.brokers, clientId: 'admin', sasl: kafka.admin });
    expect(await probe(admin, TENANTS)).toEqual(['sees lk-canary', 'may make topics']);
  });

  it('let nobody write for another tenant, nor a service write at all', async () => {
    await expect(sender('relay-one').send([outgoing('lk.hcmc.relay', 'x')])).rejects.toThrow(/authoriz/i);
    await expect(sender('one').send([outgoing('lk.tien-giang.relay', 'x')])).rejects.toThrow(/authoriz/i);
  });

  it('that are taken away are gone', async () => {
    const admin = kafkaClient({ brokers: kafka.brokers, clientId: 'admin', sasl: kafka.admin });
    const before: Principal = { name: 'nobody', kind: 'service', tenants: ['nghe-an'], senders: TENANTS };
    await ensureRights(admin, [before]);
    expect(await probe(clientOf('nobody'), ['nghe-an'])).toEqual([]);
    await ensureRights(admin, [{ ...before, tenants: [] }]);
    expect(await probe(clientOf('nobody'), ['nghe-an'])).toContain('does not see lk.nghe-an.relay');
  });
});

describe('a subscription', () => {
  it('holds the partition of a failing message and no other, keeps the order, and goes on', async () => {
    const got: string[] = [];
    let failures = 3;
    await subscribe(
      'lk.relay.held',
      [...serviceTopics('hcmc'), ...serviceTopics('nghe-an')],
      async ({ value }) => {
        const text = value?.toString() ?? '';
        if (text === 'h2' && (failures -= 1) >= 0) throw new Error('not yet');
        got.push(text);
      },
    );
    const relay = sender('relay');
    await relay.send(['h1', 'h2', 'h3'].map((text) => outgoing('lk.hcmc.activity', text)));
    await relay.send(['n1', 'n2'].map((text) => outgoing('lk.nghe-an.activity', text)));
    await until(() => got.includes('n2'));
    expect(got).not.toContain('h2');
    await until(() => got.includes('h3'));
    expect(got.filter((text) => text.startsWith('h'))).toEqual(['h1', 'h2', 'h3']);
  }, 90_000);

  it('goes on where it had committed when its process is replaced', async () => {
    const topic = 'lk.tien-giang.activity';
    const relay = sender('relay');
    const first: string[] = [];
    const one = await subscribe(
      'lk.relay.again',
      [topic],
      async ({ value }) => void first.push(String(value)),
    );
    await relay.send(['a', 'b'].map((text) => outgoing(topic, text)));
    await until(() => first.length === 2);
    await one.close();
    await relay.send([outgoing(topic, 'c')]);
    const second: string[] = [];
    await subscribe('lk.relay.again', [topic], async ({ value }) => void second.push(String(value)));
    await until(() => second.length > 0);
    expect(second).toEqual(['c']);
  }, 90_000);

  it('and a sender outlive a restart of the broker: nothing acknowledged is lost', async () => {
    const topic = 'lk.nghe-an.reporting';
    const got = new Set<string>();
    await subscribe('lk.relay.restart', [topic], async ({ value }) => void got.add(String(value)));
    const relay = sender('relay');
    await relay.send([outgoing(topic, 'before')]);
    await until(() => got.has('before'));
    await kafka.stopNode(1, 'SIGKILL');
    const during = sendUntilTaken(relay, outgoing(topic, 'during'));
    await kafka.restart(1);
    await during;
    await until(() => got.has('during'), 60_000);
  }, 150_000);
});

/** As the relay does: what is unknown is sent again. */
async function sendUntilTaken(relay: KafkaSender, message: Outgoing): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await relay.send([message]);
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
}
