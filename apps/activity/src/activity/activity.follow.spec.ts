import type { PlanChange } from '@lien-ket/contracts';
import { uuidFrom } from '@lien-ket/kernel';
import { followed } from './activity.follow.js';
import {
  FAIR,
  PLAN,
  SECTION,
  TRAINING,
  VISIT,
  amended,
  events,
  issued,
  item,
  leadsOn,
  record,
  setLeads,
  startAnew,
} from './activity.follow.scene.js';

beforeEach(startAnew);

describe('what the activities of a plan should be', () => {
  it('is nothing before the plan is in force', () => {
    record(issued(item(FAIR)), '2023-10-02', '2023-10-10');
    expect(followed(PLAN, events, '2023-10-09')).toEqual([]);
    expect(leadsOn('2023-10-10')).toEqual({ [FAIR]: ['Sở Công Thương'] });
  });

  it.each([
    ['Theo nhu cầu thực tế của các địa phương', true],
    ['khi có yêu cầu', true],
    ['Thường xuyên; khi có yêu cầu', false],
    ['Quý IV', false],
  ])('waits to be asked for where its time says so: %s', (time, awaitsTrigger) => {
    record(issued(item(FAIR, { time }), item(VISIT, { awaitsTrigger: true })), '2023-10-02');
    const wanted = followed(PLAN, events, '2023-10-02').map((one) => one.wanted?.definition.awaitsTrigger);
    expect(wanted).toEqual([awaitsTrigger, true]);
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

  it('gives up what an amendment brought that was entered for the wrong plan, and takes back what it took', () => {
    record(issued(item(FAIR)), '2023-10-02');
    const added: PlanChange = { op: 'addItem', item: item(VISIT) };
    const removed: PlanChange = { op: 'removeItem', itemId: FAIR, reason: 'bỏ' };
    const wrong = record(amended(added, removed), '2023-11-01');
    const replacement = { enteredInError: true as const };
    record(
      {
        type: 'lk.agreement.plan.entryCorrected.v1',
        data: { corrects: wrong, reason: 'nhầm kế hoạch', replacement },
      },
      '2023-11-05',
    );
    const told = followed(PLAN, events, '2023-11-05').map(({ itemId, wanted, gone }) => [
      itemId,
      wanted === null ? gone : 'wanted',
    ]);
    expect(told).toEqual([
      [FAIR, 'wanted'],
      [VISIT, 'enteredInError'],
    ]);
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

  it('reads a plan whose sections were stored in a circle', () => {
    const plan = issued(item(FAIR, { leads: [] }));
    if (plan.type !== 'lk.agreement.plan.issued.v1') throw new Error('no issue');
    const sections = [
      { id: SECTION, parentId: VISIT, title: 'I', leads: [] },
      { id: VISIT, parentId: SECTION, title: 'II', leads: [] },
    ];
    record({ ...plan, data: { ...plan.data, content: { ...plan.data.content, sections } } }, '2023-10-02');
    const [row] = followed(PLAN, events, '2023-10-02');
    expect(row?.wanted?.definition).toMatchObject({ leads: [], window: { to: '2023-12-31' } });
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
