import type { AgencyRef, PlanChange, PlanContent, PlanItem } from '@lien-ket/contracts';

/** Parts of an item that the form of an amendment offers. */
export const ITEM_PARTS = ['leads', 'coordinators', 'time', 'deliverable', 'text', 'note'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** One row of the form; which fields are filled depends on `op`. */
export interface ChangeValues {
  readonly op: PlanChange['op'];
  readonly itemId?: string;
  readonly part?: ItemPart;
  readonly text?: string;
  readonly organisationIds?: readonly string[];
  readonly sectionId?: string;
  readonly printedNumber?: string;
  readonly time?: string;
  readonly deliverable?: string;
  readonly reason?: string;
}

type Agencies = (ids: readonly string[] | undefined) => AgencyRef[];

export const isAgencyPart = (part: ItemPart | undefined): boolean =>
  part === 'leads' || part === 'coordinators';

export function blankItem(id: string, sectionId: string): PlanItem {
  return {
    id,
    sectionId,
    text: '',
    leads: [],
    leadScope: 'notStated',
    coordinators: [],
    contactOffices: [],
    partnerTenants: [],
    subTasks: [],
    awaitsTrigger: false,
    becomesActivity: true,
  };
}

/** What stands now in a part, to begin the form with. */
export function presentPart(item: PlanItem | undefined, part: ItemPart): Partial<ChangeValues> {
  if (!item) return {};
  if (part === 'leads' || part === 'coordinators')
    return { organisationIds: item[part].flatMap(({ organisationId }) => organisationId ?? []) };
  const text = item[part];
  return text === undefined ? {} : { text };
}

function setItem(values: ChangeValues, agencies: Agencies): PlanChange[] {
  const { itemId, part, text, organisationIds } = values;
  if (!itemId || !part) return [];
  if (part === 'leads')
    return [{ op: 'setItem', itemId, fields: { leads: agencies(organisationIds), leadScope: 'own' } }];
  if (part === 'coordinators')
    return [{ op: 'setItem', itemId, fields: { coordinators: agencies(organisationIds) } }];
  return text ? [{ op: 'setItem', itemId, fields: { [part]: text } }] : [];
}

function addItem(values: ChangeValues, agencies: Agencies, newId: () => string): PlanChange[] {
  if (!values.sectionId || !values.text) return [];
  const leads = agencies(values.organisationIds);
  return [
    {
      op: 'addItem',
      item: {
        ...blankItem(newId(), values.sectionId),
        text: values.text,
        leads,
        leadScope: leads.length > 0 ? 'own' : 'group',
        ...(values.printedNumber ? { printedNumber: values.printedNumber } : {}),
        ...(values.time ? { time: values.time } : {}),
        ...(values.deliverable ? { deliverable: values.deliverable } : {}),
      },
    },
  ];
}

/** Rows of the form → changes, each standing alone. */
export function planChanges(
  rows: readonly ChangeValues[] | undefined,
  agencies: Agencies,
  newId: () => string,
): PlanChange[] {
  return (rows ?? []).flatMap((values): PlanChange[] => {
    switch (values.op) {
      case 'setItem':
        return setItem(values, agencies);
      case 'addItem':
        return addItem(values, agencies, newId);
      case 'removeItem':
        return values.itemId && values.reason
          ? [{ op: 'removeItem', itemId: values.itemId, reason: values.reason }]
          : [];
      case 'setPlan':
        return values.text ? [{ op: 'setPlan', fields: { title: values.text } }] : [];
    }
  });
}

export function itemOptions({ items }: PlanContent) {
  return items.map(({ id, printedNumber, text }) => ({
    value: id,
    label: [printedNumber, text].filter(Boolean).join(' ').slice(0, 160),
  }));
}

export function sectionOptions({ sections }: PlanContent) {
  return sections.map(({ id, printedNumber, title }) => ({
    value: id,
    label: [printedNumber, title].filter(Boolean).join(' '),
  }));
}
