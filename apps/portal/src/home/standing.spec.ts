import type { ActivityListItem, PlanContent } from '@lien-ket/contracts';
import { openFirst, placedNumber, placesOf, standingOf } from './standing.js';

type Counted = Pick<ActivityListItem, 'state' | 'signal' | 'time' | 'example'>;

const one = (over: Partial<Counted>): Counted => ({
  state: 'planned',
  signal: 'none',
  time: null,
  example: false,
  ...over,
});
const silent = one({ signal: 'noInformation', time: 'năm 2023' });
const done = one({ state: 'done' });
const cancelled = one({ state: 'cancelled' });
const example = one({ signal: 'noInformation', example: true });

describe('what a first screen counts', () => {
  it('calls unknown what the service signals, and nothing else; an example is no figure', () => {
    expect(standingOf([silent, done, cancelled, one({}), one({ state: 'inProgress' }), example])).toEqual({
      total: 5,
      done: 1,
      doing: 1,
      unknown: 1,
      undated: 1,
    });
  });

  it('shows what waits before what is over, and examples last', () => {
    const waiting = one({ state: 'inProgress' });
    expect(openFirst([example, cancelled, done, waiting, silent])).toEqual([
      silent,
      waiting,
      cancelled,
      done,
      example,
    ]);
  });
});

const SECTION = '8fcc0957-4720-4185-a38f-c1aa58cce3cd';
const UPPER = '7e87d8d4-dce2-45f3-a592-cd13eb7e4b57';
const HORIZON = '29d5ef46-cec7-49bf-ada5-f13ab8e15de8';
const content = {
  horizons: [
    { id: HORIZON, label: 'năm 2023', from: '2023-01-01', to: '2023-12-31' },
    { id: UPPER, label: 'giai đoạn 2024-2025', from: '2024-01-01', to: '2025-12-31' },
  ],
  sections: [
    { id: UPPER, title: 'PHỤ LỤC', printedNumber: 'PHỤ LỤC II', horizonId: HORIZON },
    { id: SECTION, title: 'CÁC SỰ KIỆN', printedNumber: 'III.', parentId: UPPER },
  ],
  items: [{ id: 'in', sectionId: SECTION }, { id: 'out' }],
} as unknown as PlanContent;

describe('where an item stands in print', () => {
  it('is told with its section, unless its number says it', () => {
    const places = placesOf(content);
    expect(placedNumber('1', places.get('in'))).toBe('III.1');
    expect(placedNumber('5.1', places.get('in'))).toBe('5.1');
    expect(placedNumber('1', places.get('out'))).toBe('1');
    expect(placedNumber(null, places.get('in'))).toBeNull();
  });

  it('belongs to the horizon of the nearest section that names one', () => {
    const places = placesOf(content);
    expect(places.get('in')?.horizon).toBe('năm 2023');
    expect(places.get('out')?.horizon).toBeNull();
  });
});
