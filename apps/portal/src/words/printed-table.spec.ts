import type { PlanItem, PlanSection } from '@lien-ket/contracts';
import { blankItem } from '../plans/changes.js';
import { printedTable, withoutEmptySections } from './printed-table.js';

const lead = { printed: 'Sở Công Thương' };
const section = (id: string, parentId?: string, leads: PlanSection['leads'] = []): PlanSection => ({
  id,
  title: id,
  leads,
  ...(parentId ? { parentId } : {}),
});
const item = (id: string, sectionId: string, fields: Partial<PlanItem> = {}): PlanItem => ({
  ...blankItem(id, sectionId),
  leadScope: 'group',
  ...fields,
});

const sections = [section('I'), section('II', undefined, [lead]), section('II.1', 'II')];
const items = [
  item('b', 'II.1'),
  item('a', 'II.1'),
  item('c', 'II', { leadScope: 'own', leads: [{ printed: 'Sở Y tế' }] }),
];

describe('the printed table', () => {
  it('keeps the printed order, sections within sections', () => {
    expect(printedTable({ sections, items }).map(({ id }) => id)).toEqual(['I', 'II', 'c', 'II.1', 'b', 'a']);
  });

  it('takes leads from the group above unless the item has its own or states none', () => {
    const rows = printedTable({ sections, items: [...items, item('d', 'II', { leadScope: 'notStated' })] });
    const leads = rows.flatMap((row) =>
      row.kind === 'item' ? [[row.id, row.leads[0]?.printed, row.inherited]] : [],
    );
    expect(leads).toEqual([
      ['c', 'Sở Y tế', false],
      ['d', undefined, false],
      ['b', 'Sở Công Thương', true],
      ['a', 'Sở Công Thương', true],
    ]);
  });

  it('shows what was removed in its section, with the reason', () => {
    const rows = printedTable({ sections, items: [] }, [{ item: item('x', 'II.1'), reason: 'trùng' }]);
    expect(rows.at(-1)).toMatchObject({ id: 'x', removed: 'trùng' });
  });

  it('loses no item whose section is missing', () => {
    expect(printedTable({ sections: [], items }).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('can leave out sections without items', () => {
    const rows = withoutEmptySections(printedTable({ sections, items }));
    expect(rows.map(({ id }) => id)).toEqual(['II', 'c', 'II.1', 'b', 'a']);
  });
});
