import type { PlanChange, PlanContent, PlanEvent, PlanItem } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import type { RecordedPlanEvent } from '@lien-ket/plan-acts';
import { activityDecider, type Follow } from './activity.decider.js';
import { followed } from './activity.follow.js';

const PLAN = uuidFrom('spec', 'plan');
const SECTION = uuidFrom('spec', 'section');
const [FAIR, VISIT, TRAINING] = ['fair', 'visit', 'training'].map((name) => uuidFrom('spec', name)) as [
  string,
  string,
  string,
];
const item = (id: string, fields: Partial<PlanItem> = {}): PlanItem => ({
  id,
  sectionId: SECTION,
  text: id.slice(0, 4),
  leads: [{ printed: 'Sở Công Thương' }],
  leadScope: 'own',
  coordinators: [],
  contactOffices: [],
  partnerTenants: [],
  subTasks: [],
  awaitsTrigger: false,
  becomesActivity: true,
  ...fields,
});
const content = (...items: PlanItem[]): PlanContent => ({
  title: 'Kế hoạch',
  example: false,
  horizons: [{ id: uuidFrom('spec', 'h'), label: 'Năm 2023', from: '2023-01-01', to: '2023-12-31' }],
  underAgreements: [],
  legalBases: [],
  provisions: [],
  recipients: [],
  sections: [{ id: SECTION, title: 'Nội dung', leads: [] }],
  items,
});
let events: RecordedPlanEvent[] = [];
beforeEach(() => {
  events = [];
});

/** Records an event of the plan on a business day, in force from another when said. */
function record(event: PlanEvent, businessDate: string, effectiveOn?: string): string {
  const id = uuidFrom('spec', 'event', String(events.length));
  const recordedAt = `${businessDate}T00:00:00.000Z`;
  const at = { id, revision: events.length, businessDate, recordedAt };
  events.push({ ...event, ...at, ...(effectiveOn ? { effectiveOn } : {}) } as RecordedPlanEvent);
  return id;
}
const issued = (...items: PlanItem[]): PlanEvent => ({
  type: 'lk.agreement.plan.issued.v1',
  data: {
    number: '419',
    symbol: 'KH-UBND',
    content: content(...items),
    entry: 'paper',
    sharedWith: ['hcmc'],
  },
});
const amended = (...changes: PlanChange[]): Extract<PlanEvent, { type: 'lk.agreement.plan.amended.v1' }> => ({
  type: 'lk.agreement.plan.amended.v1',
  data: {
    amendmentId: uuidFrom('spec', 'amendment'),
    document: { number: '9' },
    reason: 'đổi',
    changes,
    supersedes: [],
  },
});
const setLeads = (itemId: string, printed: string): PlanChange => ({
  op: 'setItem',
  itemId,
  fields: { leads: [{ printed }] },
});
const leadsOn = (day: string): Record<string, string[] | null> =>
  Object.fromEntries(
    followed(PLAN, events, day).map(({ itemId, wanted }) => [
      itemId,
      wanted && wanted.definition.leads.map(({ printed }) => printed),
    ]),
  );

describe('what the activities of a plan should be', () => {
  it('is nothing before the plan is in force', () => {
    record(issued(item(FAIR)), '2023-10-02', '2023-10-10');
    expect(followed(PLAN, events, '2023-10-09')).toEqual([]);
    expect(leadsOn('2023-10-10')).toEqual({ [FAIR]: ['Sở Công Thương'] });
  });

  it('takes up the correction of an amendment, in the place of what it corrects', () => {
    record(issued(item(FAIR), item(VISIT)), '2023-10-02');
    const wrong = record(amended(setLeads(FAIR, 'Sở Y tế')), '2023-11-01');
    expect(leadsOn('2023-11-01')[FAIR]).toEqual(['Sở Y tế']);
    const { data } = amended(setLeads(VISIT, 'Sở Du lịch'));
    record(
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: wrong, reason: 'gõ nhầm dòng', replacement: { amended: data } },
      },
      '2023-11-05',
    );
    expect(leadsOn('2023-11-05')).toEqual({ [FAIR]: ['Sở Công Thương'], [VISIT]: ['Sở Du lịch'] });
  });

  it('keeps an amendment when the issue under it is corrected', () => {
    const issue = record(issued(item(FAIR), item(VISIT)), '2023-10-02');
    record(amended(setLeads(FAIR, 'Sở Y tế')), '2023-11-01');
    const fixed = issued(item(FAIR, { deliverable: 'Báo cáo' }), item(VISIT));
    if (fixed.type !== 'lk.agreement.plan.issued.v1') throw new Error('an issue is meant');
    const data = { corrects: issue, reason: 'sót sản phẩm', replacement: { issued: fixed.data } };
    record({ type: 'lk.agreement.plan.entryCorrected.v1', data }, '2023-11-05');
    const [fair] = followed(PLAN, events, '2023-11-05');
    expect(fair?.wanted?.definition).toMatchObject({
      leads: [{ printed: 'Sở Y tế' }],
      deliverable: 'Báo cáo',
    });
  });

  it('says why an item is gone, and by which document', () => {
    record(issued(item(FAIR), item(VISIT)), '2023-10-02');
    record(amended({ op: 'removeItem', itemId: VISIT, reason: 'không còn nhu cầu' }), '2023-11-01');
    const gone = followed(PLAN, events, '2023-11-01').find(({ itemId }) => itemId === VISIT);
    expect(gone).toMatchObject({ wanted: null, reason: 'không còn nhu cầu', document: { number: '9' } });
    expect(gone?.gone).toBe('cancelled');
  });

  it('tells a mistyped row from one that a document took away, whatever became of its plan', () => {
    const issue = record(issued(item(FAIR), item(VISIT), item(TRAINING)), '2023-10-02');
    record(amended({ op: 'removeItem', itemId: VISIT, reason: 'không còn nhu cầu' }), '2023-11-01');
    const typed = issued(item(FAIR), item(VISIT));
    if (typed.type !== 'lk.agreement.plan.issued.v1') throw new Error('an issue is meant');
    const data = { corrects: issue, reason: 'gõ thừa dòng', replacement: { issued: typed.data } };
    record({ type: 'lk.agreement.plan.entryCorrected.v1', data }, '2023-11-05');
    const told = (day: string): unknown =>
      followed(PLAN, events, day).map(({ wanted, gone, reason }) => (wanted ? 'wanted' : [gone, reason]));
    expect(told('2023-11-05')).toEqual([
      'wanted',
      ['cancelled', 'không còn nhu cầu'],
      ['enteredInError', 'gõ thừa dòng'],
    ]);
    record(
      { type: 'lk.agreement.plan.recalled.v1', data: { document: { number: '7' }, reason: 'thu hồi' } },
      '2023-11-08',
    );
    expect(told('2023-11-08')).toEqual([
      ['cancelled', 'thu hồi'],
      ['cancelled', 'không còn nhu cầu'],
      ['enteredInError', 'gõ thừa dòng'],
    ]);
  });

  it('says that a row which an amendment makes no activity is cancelled by it', () => {
    record(issued(item(FAIR)), '2023-10-02');
    record(amended({ op: 'setItem', itemId: FAIR, fields: { becomesActivity: false } }), '2023-11-01');
    expect(followed(PLAN, events, '2023-11-01')).toMatchObject([{ wanted: null, gone: 'cancelled' }]);
  });

  it('waits with a future act, and dates words about time from the act that brought them', () => {
    record(issued(item(FAIR, { time: 'Tháng 3' })), '2023-10-02');
    const added = item(TRAINING, { time: 'Tháng 11' });
    record(amended({ op: 'addItem', item: added }), '2023-10-20', '2023-12-01');
    expect(leadsOn('2023-11-30')).toEqual({ [FAIR]: ['Sở Công Thương'], [TRAINING]: null });
    const at = followed(PLAN, events, '2023-12-01');
    expect(at.map(({ wanted }) => wanted?.beganBeforeInForce)).toEqual([true, true]);
    expect(at.map(({ wanted }) => wanted?.historic)).toEqual([true, true]);
  });

  it('takes up the new lead of a group where a row has none of its own, and nowhere else', () => {
    record(issued(item(FAIR, { leads: [] }), item(VISIT)), '2023-10-02', '2023-10-02');
    const leads = [{ printed: 'Sở Du lịch' }];
    record(amended({ op: 'setSection', sectionId: SECTION, fields: { leads } }), '2023-11-01', '2023-12-01');
    expect(leadsOn('2023-11-30')).toEqual({ [FAIR]: [], [VISIT]: ['Sở Công Thương'] });
    expect(leadsOn('2023-12-01')).toEqual({ [FAIR]: ['Sở Du lịch'], [VISIT]: ['Sở Công Thương'] });
  });

  it('dates what a new horizon says from the act that set it, and leaves rows with their own words alone', () => {
    record(issued(item(FAIR), item(VISIT, { time: 'Quý IV năm 2023' })), '2023-01-02', '2023-01-02');
    const horizons = [{ id: uuidFrom('spec', 'h'), label: 'Quý I', from: '2023-01-01', to: '2023-03-31' }];
    record(amended({ op: 'setPlan', fields: { horizons } }), '2023-02-01', '2023-02-01');
    const windowOf = (day: string): (string | undefined)[] =>
      followed(PLAN, events, day).map(({ wanted }) => wanted?.definition.window?.to);
    expect(windowOf('2023-01-31')).toEqual(['2023-12-31', '2023-12-31']);
    expect(windowOf('2023-02-01')).toEqual(['2023-03-31', '2023-12-31']);
    const began = followed(PLAN, events, '2023-02-01').map(({ wanted }) => wanted?.beganBeforeInForce);
    expect(began).toEqual([false, false]);
  });

  it('wants nothing of a recalled plan', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const data = { document: { number: '7' }, reason: 'ban hành nhầm' };
    record({ type: 'lk.agreement.plan.recalled.v1', data }, '2023-10-03');
    expect(followed(PLAN, events, '2023-10-03')).toEqual([
      {
        itemId: FAIR,
        wanted: null,
        sharedWith: ['hcmc'],
        gone: 'cancelled',
        reason: 'ban hành nhầm',
        document: { number: '7' },
      },
    ]);
  });
});

describe('an activity that follows', () => {
  const by = { account: '', roles: [], system: true };
  const follow = (day: string): Follow & { by: typeof by; on: string } => {
    const now = followed(PLAN, events, day).find(({ itemId }) => itemId === FAIR);
    if (!now) throw new Error('the fair was in the plan once');
    return { type: 'follow', planEventId: PLAN, ...now, by, on: day };
  };
  const after = (state: ReturnType<typeof activityDecider.initialState>, day: string): typeof state =>
    activityDecider.decide(follow(day), state).reduce<typeof state>(
      (fold, event) =>
        activityDecider.evolve(fold, {
          ...event,
          id: PLAN,
          revision: 0,
          businessDate: day,
          recordedAt: '',
        } as Parameters<typeof activityDecider.evolve>[1]),
      state,
    );

  it('is planned once, writes nothing while the plan says the same, and comes back after a correction', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    expect(planned.state).toBe('planned');
    expect(activityDecider.decide(follow('2023-10-05'), planned)).toEqual([]);
    const wrong = record(amended({ op: 'removeItem', itemId: FAIR, reason: 'nhầm' }), '2023-11-01');
    const cancelled = after(planned, '2023-11-01');
    expect(cancelled.state).toBe('cancelled');
    const { data } = amended(setLeads(FAIR, 'Sở Y tế'));
    const replacement = { amended: data };
    record(
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: wrong, reason: 'gõ nhầm', replacement },
      },
      '2023-11-05',
    );
    const back = after(cancelled, '2023-11-05');
    expect([back.state, back.definition?.leads]).toEqual(['planned', [{ printed: 'Sở Y tế' }]]);
  });

  it('goes to who joins the plan, once, and what is told later to the parties of then', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    const parties = (...tenants: string[]): PlanEvent => ({
      type: 'lk.agreement.plan.partiesChanged.v1',
      data: { parties: tenants, sharedWith: tenants },
    });
    record(parties('hcmc', 'tra-vinh'), '2023-11-01');
    expect(activityDecider.decide(follow('2023-11-01'), planned)).toEqual([
      {
        type: 'lk.activity.activity.partiesChanged.v1',
        data: { parties: ['hcmc', 'tra-vinh'], sharedWith: ['tra-vinh'] },
      },
    ]);
    const joined = after(planned, '2023-11-01');
    expect(activityDecider.decide(follow('2023-11-01'), joined)).toEqual([]);
    record(parties('tra-vinh'), '2023-11-02');
    const left = after(joined, '2023-11-02');
    const progress = { type: 'progress' as const, text: 'x', happenedOn: '2023-11-02' };
    const rest = { figures: [], links: [], evidence: [], by, on: '2023-11-02' };
    const [told] = activityDecider.decide({ ...progress, ...rest }, left);
    expect(told?.data).toMatchObject({ sharedWith: ['tra-vinh'] });
  });

  it('reaches who joins also when it is over, and says of a mistyped one that it never was', () => {
    const issue = record(issued(item(FAIR), item(VISIT)), '2023-10-02');
    const planned = after(activityDecider.initialState(), '2023-10-02');
    record(amended({ op: 'removeItem', itemId: FAIR, reason: 'thôi' }), '2023-11-01');
    const cancelled = after(planned, '2023-11-01');
    const data = { parties: ['hcmc', 'tra-vinh'], sharedWith: ['tra-vinh'] };
    record({ type: 'lk.agreement.plan.partiesChanged.v1', data }, '2023-11-02');
    const opened = [{ type: 'lk.activity.activity.partiesChanged.v1', data }];
    expect(activityDecider.decide(follow('2023-11-02'), cancelled)).toEqual(opened);
    const done = { ...planned, state: 'done' as const };
    expect(activityDecider.decide(follow('2023-11-02'), done)).toEqual(opened);
    const typed = issued(item(VISIT));
    if (typed.type !== 'lk.agreement.plan.issued.v1') throw new Error('an issue is meant');
    const replacement = { issued: typed.data };
    record(
      { type: 'lk.agreement.plan.entryCorrected.v1', data: { corrects: issue, reason: 'nhầm', replacement } },
      '2023-11-03',
    );
    const mistaken = after(after(cancelled, '2023-11-02'), '2023-11-03');
    expect(mistaken.state).toBe('enteredInError');
    expect(activityDecider.decide(follow('2023-11-03'), mistaken)).toEqual([]);
  });

  it('stays done whatever becomes of its plan', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const done = { ...after(activityDecider.initialState(), '2023-10-02'), state: 'done' as const };
    const data = { document: {}, reason: 'x' };
    record({ type: 'lk.agreement.plan.recalled.v1', data }, '2023-12-03');
    expect(activityDecider.decide(follow('2023-12-03'), done)).toEqual([]);
  });
});
