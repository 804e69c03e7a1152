import { demoSchedule } from './demo-schedule.js';
import { demoId } from './demo-bodies.js';

interface Body {
  readonly content: {
    readonly items: readonly { readonly printedNumber?: string; readonly time?: string }[];
  };
}

describe('the example plan 901-VD', () => {
  it('is drafted without a time that its revision adds, so that the history shows the change', () => {
    const id = demoId('tien-giang', 'plan', 'vd-901');
    const steps = demoSchedule().filter(({ tenant, on }) => tenant === 'tien-giang' && on < '2024-02-01');
    const times = ['2024-01-03', '2024-01-11'].map((day) => {
      const step = steps.find(
        ({ on, path, body }) => on === day && JSON.stringify([path, body]).includes(id),
      );
      return (step?.body as Body | undefined)?.content.items.map(({ time }) => time ?? null);
    });
    const [drafted, revised] = times;
    expect(revised).toContain('Quý II, III');
    expect(drafted).toEqual(revised?.map((time, index) => (index === 0 ? null : time)));
  });
});

describe('the back-dated example act', () => {
  it("is one entry by the clerk, dated by its paper: nobody's proposal or decision is invented", () => {
    const steps = demoSchedule().filter(({ on, tenant }) => on === '2024-08-12' && tenant === 'tien-giang');
    const id = demoId('tien-giang', 'plan', 'vd-901');
    expect(steps.map(({ account, path }) => [account, path])).toEqual([
      ['tien-giang.ubnd.clerk', `/plans/${id}/recordAmendment`],
    ]);
    expect(steps[0]?.body).toMatchObject({ effectiveOn: '2024-07-19', document: { number: '909-VD' } });
  });
});
