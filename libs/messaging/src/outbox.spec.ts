import { planEvents, shareEvents } from '@lien-ket/contracts';
import { makeContext, uuidFrom } from '@lien-ket/kernel';
import type { Outgoing, Sender } from './broker.js';
import { Outbox, type WithBytes } from './outbox.js';

const ctx = makeContext({
  tenantId: 'hcmc',
  actor: { account: uuidFrom('system'), role: 'system', kind: 'system' },
  assignments: [],
  correlationId: uuidFrom('c'),
  now: '2023-12-05T00:00:00.000Z',
  businessDate: '2023-12-05',
});

function eventOf(seq: number, type: string, data: object): WithBytes {
  const header = {
    id: uuidFrom('e', String(seq)),
    type,
    businessDate: '2023-12-05',
    actor: ctx.actor,
    command: { id: uuidFrom('c', String(seq)), name: 'x', hash: '' },
    correlationId: ctx.correlationId,
  };
  const bytes = { header: Buffer.from(JSON.stringify(header)), data: Buffer.from(JSON.stringify(data)) };
  const at = { tenant: 'hcmc', seq, stream: `plan-${uuidFrom('p')}`, revision: seq - 1 };
  return { ...at, recordedAt: ctx.now, type, header, data, bytes };
}

const LOG = [
  ...Array.from({ length: 600 }, (_, index) => eventOf(index + 1, planEvents.issued.type, { n: index })),
  eventOf(601, shareEvents.shared.type, { to: 'nghe-an' }),
];

/** A broker that fails when told to, after it took what it was sent: nobody knows what arrived. */
class LossySender implements Sender {
  readonly taken: Outgoing[] = [];
  sends = 0;
  failAt: readonly number[] = [];

  async send(messages: readonly Outgoing[]): Promise<void> {
    this.sends += 1;
    this.taken.push(...messages);
    if (this.failAt.includes(this.sends)) throw new Error('no acknowledgement');
  }

  async partitions(): Promise<readonly number[]> {
    return [0];
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}

function outboxOver(sender: Sender): { outbox: Outbox; kept: () => number } {
  let cursor = 0;
  const log = {
    head: async () => LOG.length,
    log: async function* (_ctx: unknown, { after }: { after: number }) {
      yield LOG.filter(({ seq }) => seq > after);
    },
  };
  const rows = {
    read: async () => cursor,
    advance: async (_ctx: unknown, seq: number) => {
      cursor = seq;
    },
  };
  const sign = (_tenant: string, message: Outgoing): Outgoing => ({
    ...message,
    headers: { ...message.headers, lk_signature: 's' },
  });
  return { outbox: new Outbox(log, rows, sender, sign), kept: () => cursor };
}

describe('the outbox', () => {
  it('publishes the log in its order, each to its topic; only what crosses is signed', async () => {
    const sender = new LossySender();
    const { outbox, kept } = outboxOver(sender);
    await outbox.catchUp(ctx, LOG.length);
    expect(sender.taken.map(({ headers }) => Number(headers['ce_sequence']))).toEqual(
      LOG.map(({ seq }) => seq),
    );
    expect(new Set(sender.taken.slice(0, 600).map(({ topic }) => topic))).toEqual(
      new Set(['lk.hcmc.agreement']),
    );
    const last = sender.taken.at(-1);
    expect([last?.topic, last?.headers['lk_signature']]).toEqual(['lk.hcmc.to.nghe-an', 's']);
    expect(sender.taken[0]?.headers['lk_signature']).toBeUndefined();
    expect(kept()).toBe(LOG.length);
  });

  it('moves its cursor only behind an acknowledgement: what is unknown is sent again, nothing is left out', async () => {
    const sender = new LossySender();
    sender.failAt = [2];
    const { outbox, kept } = outboxOver(sender);
    await expect(outbox.catchUp(ctx, LOG.length)).rejects.toThrow('no acknowledgement');
    const acknowledged = kept();
    expect(acknowledged).toBeGreaterThan(0);
    expect(acknowledged).toBeLessThan(LOG.length);
    await outbox.catchUp(ctx, LOG.length);
    const sent = new Set(sender.taken.map(({ headers }) => Number(headers['ce_sequence'])));
    expect([...sent].sort((a, b) => a - b)).toEqual(LOG.map(({ seq }) => seq));
    expect(kept()).toBe(LOG.length);
  });

  it('cuts what it sends well under what a broker takes', async () => {
    const sender = new LossySender();
    await outboxOver(sender).outbox.catchUp(ctx, LOG.length);
    expect(sender.sends).toBeGreaterThan(1);
  });
});
