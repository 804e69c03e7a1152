import { EVENTS } from '@lien-ket/contracts';
import { isMessageKey, translator } from '../messages/translate.js';
import { kindWords, nameInData, pageOfRecord, recordOf } from './record-of.js';

const t = translator('vi');
const ID = '7712552a-1c1d-4f0f-8a9e-0d6c6ad9f2aa';

describe('the record that an entry of the log belongs to', () => {
  it('is named by its kind for every event there is, never by its stream', () => {
    const kinds = EVENTS.map(({ type }) => `record.${type.split('.')[2]}`);
    expect([...new Set(kinds)].filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('has a page where there is one', () => {
    expect(pageOfRecord(recordOf(`obligation-${ID}`))).toBe(`/obligations/${ID}`);
    expect(recordOf('share-tien-giang')).toEqual({ kind: 'share', id: 'tien-giang' });
    expect(pageOfRecord(recordOf('share-tien-giang'))).toBeUndefined();
    expect(kindWords(recordOf(`plan-${ID}`), t)).toBe('Kế hoạch');
  });

  it('is called as the entry itself calls it', () => {
    const named = (type: string, data: unknown) => nameInData({ type, data }, t);
    expect(named('lk.agreement.plan.drafted.v1', { content: { title: 'Kế hoạch A' } })).toBe('Kế hoạch A');
    expect(named('lk.agreement.staff.assigned.v1', { role: 'clerk', organisationId: ID })).toBe('Văn thư');
    expect(named('lk.agreement.number.taken.v1', { number: '419', symbol: 'KH-UBND' })).toBe('419/KH-UBND');
    expect(named('lk.relay.day.began.v1', { date: '2025-03-11' })).toBe('11/03/2025');
    expect(
      named('lk.relay.share.shared.v1', { origin: { tenant: 'x', type: 'lk.agreement.plan.issued.v1' } }),
    ).toBe('Ban hành');
    expect(named('lk.agreement.plan.submitted.v1', { note: 'trình ký' })).toBeUndefined();
  });
});
