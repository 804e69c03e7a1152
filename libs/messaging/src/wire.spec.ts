import { generateKeyPairSync } from 'node:crypto';
import { dayEvents } from '@lien-ket/contracts';
import { streamOf, uuidFrom } from '@lien-ket/kernel';
import type { Arrived, Outgoing } from './broker.js';
import { forgery, signed } from './signature.js';
import { addressOf, topicOf } from './topics.js';
import { MAX_MESSAGE_BYTES, decodeMessage, encodeMessage, encodeTick, isTick } from './wire.js';

const TENANT = 'tien-giang';
const TOPIC = topicOf({ kind: 'service', tenant: TENANT, service: 'relay' });
const data = { date: '2023-12-05', load: false };
const header = {
  id: uuidFrom('event'),
  type: dayEvents.began.type,
  businessDate: '2023-12-05',
  actor: { account: uuidFrom('system'), role: 'system', kind: 'system' },
  command: { id: uuidFrom('command'), name: 'beginDay', hash: '' },
  correlationId: uuidFrom('correlation'),
} as const;
const event = {
  tenant: TENANT,
  seq: 7,
  stream: streamOf('day', uuidFrom('days')),
  revision: 3,
  recordedAt: '2023-12-05T00:00:00.000Z',
  type: header.type,
  header,
  data,
  bytes: { header: Buffer.from(JSON.stringify(header)), data: Buffer.from(JSON.stringify(data)) },
};

function arrived({ topic, key, headers, value }: Outgoing, change: Partial<Arrived> = {}): Arrived {
  const bytes = Object.entries(headers).map(([name, one]) => [name, Buffer.from(one)] as const);
  return {
    topic,
    partition: 0,
    offset: '0',
    key: key ?? null,
    headers: Object.fromEntries(bytes),
    value,
    ...change,
  };
}

const good = arrived(encodeMessage(TOPIC, event));
const withHeader = (name: string, text: string): Partial<Arrived> => ({
  headers: { ...good.headers, [name]: Buffer.from(text) },
});

describe('a message on the wire', () => {
  it('carries an event byte for byte, and its copies', () => {
    expect(decodeMessage(good)).toEqual(event);
    expect(good.headers['lk_header']).toEqual(event.bytes.header);
    expect(good.value).toEqual(event.bytes.data);
  });

  it.each<[string, Partial<Arrived>, RegExp]>([
    ['a topic of nobody', { topic: 'other' }, /none of ours/],
    ['the wrong tenant', withHeader('ce_tenant', 'hcmc'), /tenant hcmc/],
    ['no value', { value: null }, /no value/],
    ['bad JSON', { value: Buffer.from('{"date":') }, /not JSON/],
    ['a leading zero byte', { value: Buffer.concat([Buffer.from([0]), event.bytes.data]) }, /not JSON/],
    ['bytes that are no text', { value: Buffer.from([0xff, 0xfe]) }, /not JSON/],
    ['1 MiB', { value: Buffer.alloc(1024 * 1024, 0x20) }, /bytes/],
    ['the wrong schema', { value: Buffer.from('{"date":"today"}') }, /schema/],
    ['an unknown type', withHeader('ce_type', 'lk.relay.day.ended.v1'), /differ|registered/],
    ['a forged id', withHeader('ce_id', uuidFrom('another')), /differ/],
    ['a forged stream', withHeader('ce_subject', streamOf('day', uuidFrom('x'))), /key/],
    ['a key of another stream', { key: 'plan-1' }, /key/],
    ['no stored header', { headers: { ...good.headers, lk_header: undefined } }, /no lk_header/],
    ['a number that is none', withHeader('ce_sequence', '-1'), /ce_sequence/],
  ])('is refused with its reason: %s', (_what, change, reason) => {
    expect(() => decodeMessage({ ...good, ...change })).toThrow(reason);
  });

  it('takes the largest event with its copies', () => {
    expect(MAX_MESSAGE_BYTES).toBeGreaterThan(256 * 1024);
  });

  it('tells a tick from an event', () => {
    const tick = decodeMessage(arrived(encodeTick(TOPIC, 0, TENANT, 12)));
    expect([isTick(tick), tick]).toEqual([true, { head: 12 }]);
  });
});

describe('a topic', () => {
  it('tells whose it is, and no other name does', () => {
    expect(addressOf('lk.hcmc.to.nghe-an')).toEqual({ kind: 'share', tenant: 'hcmc', to: 'nghe-an' });
    expect(addressOf('lk.hcmc.activity')).toEqual({ kind: 'service', tenant: 'hcmc', service: 'activity' });
    for (const topic of [
      'lk.hcmc',
      'lk.hcmc.to',
      'lk.hcmc.to.hcmc',
      'lk.hcmc.to.a.b',
      'lk.Hcmc.activity',
      'x.hcmc.activity',
    ])
      expect(addressOf(topic)).toBeUndefined();
  });
});

describe('what crosses to another tenant', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = { id: 'k1', privateKey };
  const keys = async (tenant: string, id: string) =>
    tenant === TENANT && id === 'k1' ? publicKey : undefined;
  const message = signed(encodeMessage(topicOf({ kind: 'share', tenant: TENANT, to: 'hcmc' }), event), key);

  it('is known by its signature', async () => {
    expect(await forgery(arrived(message), TENANT, keys)).toBeUndefined();
  });

  it.each<[string, Partial<Arrived>]>([
    ['other data', { value: Buffer.from('{}') }],
    ['another topic', { topic: 'lk.tien-giang.to.nghe-an' }],
    ['another number', { headers: { ...arrived(message).headers, ce_streamrevision: Buffer.from('4') } }],
    ['another header', { headers: { ...arrived(message).headers, lk_header: Buffer.from('{}') } }],
    ['no signature', { headers: { ...arrived(message).headers, lk_signature: undefined } }],
    ['an unknown key', { headers: { ...arrived(message).headers, lk_keyid: Buffer.from('k2') } }],
  ])('is refused with %s', async (_what, change) => {
    expect(await forgery({ ...arrived(message), ...change }, TENANT, keys)).toMatch(/tien-giang/);
  });
});
