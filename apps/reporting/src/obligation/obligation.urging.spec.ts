import type { ObligationCommand } from './obligation.decider.js';
import {
  SKHDT,
  STC,
  UBND,
  ended,
  focal,
  given,
  leader,
  opened,
  owed,
  refusal,
  sctHead,
  sender,
  sent,
  sentBack,
  waiting,
  when,
} from './obligation.scene.js';

const URGE: ObligationCommand = { type: 'urge', text: 'Đề nghị gửi trước 16 giờ' };
const urged = (organisationId: string, text?: string) => ({
  type: 'lk.reporting.obligation.urged.v1' as const,
  data: { organisationId, ...(text ? { text } : {}) },
});

describe('đôn đốc', () => {
  it('says who urged and in which words; the duty stays as it is', () => {
    expect(when(owed, URGE, focal)).toEqual([urged(SKHDT, 'Đề nghị gửi trước 16 giờ')]);
    expect(when(owed, { type: 'urge' }, focal)).toEqual([urged(SKHDT)]);
    const after = given(opened(), urged(SKHDT, 'x'), urged(UBND));
    expect(after).toMatchObject({
      state: 'open',
      dueOn: owed.dueOn,
      urgings: [
        { on: '2023-12-01', organisationId: SKHDT, text: 'x' },
        { on: '2023-12-01', organisationId: UBND, text: null },
      ],
    });
  });

  it('is for who waits for the report, the focal agency and the leader', () => {
    expect(when(owed, URGE, leader)).toEqual([urged(UBND, 'Đề nghị gửi trước 16 giờ')]);
    expect(when(owed, URGE, sender('officer', SKHDT))).toHaveLength(1);
    expect(refusal(() => when(owed, URGE, sctHead))).toBe('forbidden rights.organisation');
    expect(refusal(() => when(owed, URGE, sender('officer', STC)))).toBe('forbidden rights.organisation');
  });

  it('is for what is still owed, and never for history', () => {
    expect(when(given(opened(), sent(), sentBack()), URGE, focal)).toHaveLength(1);
    expect(refusal(() => when(waiting, URGE, focal))).toBe('conflict obligation.notOwed');
    expect(refusal(() => when(given(opened(), ended), URGE, focal))).toBe('conflict obligation.notOwed');
    const historic = given(opened({ historic: true }));
    expect(refusal(() => when(historic, URGE, focal))).toBe('conflict obligation.notChased');
    const lapsed = { ...URGE, lapsed: true } as ObligationCommand;
    expect(refusal(() => when(owed, lapsed, focal))).toBe('conflict obligation.notChased');
  });
});
