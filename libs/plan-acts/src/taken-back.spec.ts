import type { Recorded } from '@lien-ket/kernel';
import { amendmentTakenBack } from './taken-back.js';

const event = (id: string, name: string, data: object): Recorded =>
  ({ type: `lk.agreement.plan.${name}.v1`, data, header: { id } }) as unknown as Recorded;
const amended = event('act', 'amended', { amendmentId: 'proposal', difficulties: ['d'] });
const history = [event('issue', 'issued', {}), amended, event('recall', 'recalled', {})];
const correction = (corrects: string, replacement: object): Recorded =>
  event('correction', 'entryCorrected', { corrects, replacement });

describe('a correction takes back', () => {
  it('the amendment that it names', () => {
    expect(amendmentTakenBack(correction('act', { enteredInError: true }), history)).toEqual({
      eventId: 'act',
      amendment: amended.data,
    });
  });

  it('none where it mends one, names another act, or one that is not there', () => {
    for (const other of [
      correction('act', { effectiveOn: '2024-01-01' }),
      correction('recall', { enteredInError: true }),
      correction('elsewhere', { enteredInError: true }),
    ])
      expect(amendmentTakenBack(other, history)).toBeUndefined();
  });
});
