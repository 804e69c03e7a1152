import type { PlanContent } from '@lien-ket/contracts';
import { placedNumber, placesOf } from './printed-place.js';

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
    expect(placedNumber('(4)', places.get('in'))).toBe('(4)');
    expect(placedNumber('1', places.get('out'))).toBe('1');
    expect(placedNumber(null, places.get('in'))).toBeNull();
  });

  it('belongs to the horizon of the nearest section that names one', () => {
    const places = placesOf(content);
    expect(places.get('in')?.horizon).toBe('năm 2023');
    expect(places.get('out')?.horizon).toBeNull();
  });

  it('is told of sections that were stored in a circle too', () => {
    const sections = [
      { id: UPPER, parentId: SECTION },
      { id: SECTION, parentId: UPPER },
    ];
    const places = placesOf({ ...content, sections } as unknown as PlanContent);
    expect(places.get('in')).toEqual({ section: null, horizon: null });
  });
});
