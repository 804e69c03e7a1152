import type { PlanContent } from '@lien-ket/contracts';
import { blankItem } from './changes.js';
import { blankContent, contentOf, valuesOf, type DraftValues, type ItemValues } from './draft.js';

const trade = { printed: 'Sở Công Thương', organisationId: 'trade' };
const ministry = { printed: 'Bộ Công Thương' };
const section = { id: 's', title: 'Thương mại', leads: [trade] };
const item = {
  ...blankItem('i', 's'),
  text: 'Hội nghị',
  leads: [trade],
  leadScope: 'own' as const,
  coordinators: [trade, ministry],
  contactOffices: [{ title: 'Trưởng phòng', division: 'Phòng Thương mại', organisation: 'Sở Công Thương' }],
  partnerTenants: ['hcmc'],
  subTasks: ['Mời', 'Họp'],
  field: 'thuong_mai' as const,
  scope: 'bilateral' as const,
  place: 'Mỹ Tho',
  host: 'Tiền Giang',
  time: 'Quý III',
};
const content: PlanContent = { ...blankContent, title: 'Kế hoạch', sections: [section], items: [item] };
const means = {
  agencies: (ids: readonly string[] = []) => ids.map((id) => ({ printed: `Sở ${id}`, organisationId: id })),
  agreement: () => undefined,
  newId: () => 'new',
};

/** The draft after somebody typed this over its only item. */
function typed(change: Partial<ItemValues>): PlanContent['items'][number] | undefined {
  const values = valuesOf(content);
  const sections = (values.sections ?? []).map((one) => ({
    ...one,
    items: (one.items ?? []).map((each) => ({ ...each, ...change })),
  }));
  const after: DraftValues = { ...values, sections };
  return contentOf(after, content, means).items[0];
}

it('a draft that is opened and saved is the same draft', () => {
  expect(contentOf(valuesOf(content), content, means)).toEqual(content);
});

it('what an item says beyond its columns is typed, changed and taken out', () => {
  expect(typed({ coordinatorIds: ['trade', 'health'] })?.coordinators).toEqual([
    trade,
    ministry,
    { printed: 'Sở health', organisationId: 'health' },
  ]);
  expect(typed({ partnerTenants: ['hcmc', 'long-an'] })?.partnerTenants).toEqual(['hcmc', 'long-an']);
  expect(typed({ field: undefined, place: '' })).not.toHaveProperty('field');
  expect(typed({ field: undefined, place: '' })).not.toHaveProperty('place');
  expect(typed({ subTasks: 'Mời\n\n Họp \nBáo cáo' })?.subTasks).toEqual(['Mời', 'Họp', 'Báo cáo']);
});

it('an office whose line stands keeps its parts, and a new line is an office', () => {
  const kept = 'Trưởng phòng, Phòng Thương mại, Sở Công Thương';
  expect(typed({ contactOffices: `Chánh Văn phòng\n${kept}` })?.contactOffices).toEqual([
    { title: 'Chánh Văn phòng' },
    item.contactOffices[0],
  ]);
});

it('groups stand within their section, each with its items and leads', () => {
  const group = { id: 'g', parentId: 's', title: 'Xúc tiến', leads: [trade] };
  const inGroup = { ...blankItem('j', 'g'), text: 'Hội chợ', leadScope: 'group' as const };
  const nested: PlanContent = { ...content, sections: [section, group], items: [item, inGroup] };
  expect(contentOf(valuesOf(nested), nested, means)).toEqual(nested);

  const values = valuesOf(content);
  const sections = (values.sections ?? []).map((one) => ({
    ...one,
    groups: [{ title: 'Xúc tiến', leadIds: ['health'], items: [{ text: 'Hội chợ' }] }],
  }));
  const after = contentOf({ ...values, sections }, content, means);
  expect(after.sections[1]).toMatchObject({
    parentId: 's',
    title: 'Xúc tiến',
    leads: [{ organisationId: 'health' }],
  });
  expect(after.items[1]).toMatchObject({
    sectionId: after.sections[1]?.id,
    text: 'Hội chợ',
    leadScope: 'group',
  });
});

it('an item of which the paper states no lead is not given one by being saved', () => {
  const silent = { ...blankItem('k', 's'), text: 'Khảo sát' };
  const said: PlanContent = { ...content, items: [silent] };
  expect(contentOf(valuesOf(said), said, means).items[0]?.leadScope).toBe('notStated');
});
