import { readFileSync } from 'node:fs';
import { makeContext, type EventHeader } from '@lien-ket/kernel';
import { encodeEvents } from './codec.js';

const FILE = new URL('../golden/events.json', import.meta.url);

/** Bytes once written are never written otherwise: ids, key order, clocks. CI fails when this file would change. */
interface Golden {
  readonly id: string;
  readonly header: string;
  readonly data: string;
}

const ctx = makeContext({
  tenantId: 'tien-giang',
  actor: {
    account: '11111111-1111-4111-8111-111111111111',
    role: 'clerk',
    organisationId: '22222222-2222-4222-8222-222222222222',
    kind: 'person',
  },
  assignments: [],
  correlationId: '33333333-3333-4333-8333-333333333333',
  causationId: '44444444-4444-4444-8444-444444444444',
  now: '2025-03-11T01:02:03.004Z',
  businessDate: '2025-03-11',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
});
const command = { id: '55555555-5555-7555-8555-555555555555', name: 'recordIssued', hash: 'ab'.repeat(32) };

function present(): Golden[] {
  const basis = { kind: 'derived' as const, rule: 'documentDate' };
  const events = [
    {
      type: 'lk.agreement.plan.issued.v1',
      data: { number: '419', symbol: 'KH-UBND', title: 'Kế hoạch hợp tác – Tiền Giang' },
      effectiveOn: '2023-10-02',
      basis,
    },
    { type: 'lk.relay.day.began.v1', data: { date: '2025-03-11', load: false } },
  ];
  return encodeEvents(ctx, 'plan-66666666-6666-7666-8666-666666666666', command, events).map(
    ({ id, header, data }) => ({
      id,
      header: header.toString('base64'),
      data: data.toString('base64'),
    }),
  );
}

describe('the golden bytes of events', () => {
  it('are written today as they were on the first day', () => {
    expect(present()).toEqual(JSON.parse(readFileSync(FILE, 'utf8')));
  });

  it('still read: ids, both clocks and the actor come out of the old bytes', () => {
    const [first] = JSON.parse(readFileSync(FILE, 'utf8')) as Golden[];
    const header = JSON.parse(Buffer.from(first?.header ?? '', 'base64').toString('utf8')) as EventHeader;
    expect(header).toMatchObject({
      id: first?.id,
      effectiveOn: '2023-10-02',
      businessDate: '2025-03-11',
      actor: { role: 'clerk', kind: 'person' },
    });
    expect(Buffer.from(first?.data ?? '', 'base64').toString('utf8')).toContain('Tiền Giang');
  });
});
