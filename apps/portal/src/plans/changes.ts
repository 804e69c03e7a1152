import type {
  AgencyRef,
  PlanChange,
  PlanContent,
  PlanItem,
  PlanProvision,
  PlanSection,
  PlanView,
} from '@lien-ket/contracts';
import { filled } from '../forms/lines.js';
import { provisionOf, ruleOf, rulePart, type RuleValues } from './provisions.js';

/** Parts of an item that the form of an amendment offers. */
export const ITEM_PARTS = ['leads', 'coordinators', 'time', 'deliverable', 'text', 'note'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

export const SECTION_PARTS = ['leads', 'title'] as const;
export type SectionPart = (typeof SECTION_PARTS)[number];
export const PLAN_PARTS = ['title', 'leaderInCharge', 'archiveLine'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** One row of the form; which fields are filled depends on `op`. */
export interface ChangeValues extends Partial<RuleValues> {
  readonly op: Op;
  readonly itemId?: string;
  readonly part?: ItemPart;
  readonly text?: string;
  readonly organisationIds?: readonly string[];
  readonly sectionId?: string;
  readonly sectionPart?: SectionPart;
  readonly provisionId?: string;
  readonly planPart?: PlanPart;
  readonly asPrinted?: string;
  readonly what?: string;
  readonly openClass?: boolean;
  readonly receiverId?: string;
  readonly printedNumber?: string;
  readonly time?: string;
  readonly deliverable?: string;
  readonly reason?: string;
}

/** A row of the form for changes of a plan. */
export interface ChangeProps {
  readonly plan: PlanView;
  readonly at: number;
}

/** What the form offers; the order of rows is changed where a plan is typed. */
export const OPS = [
  'setItem',
  'addItem',
  'removeItem',
  'setSection',
  'addSection',
  'removeSection',
  'setProvision',
  'addProvision',
  'removeProvision',
  'setPlan',
] as const satisfies readonly PlanChange['op'][];
export type Op = (typeof OPS)[number];

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
  if (text) return [{ op: 'setItem', itemId, fields: { [part]: text } }];
  // What is emptied is taken out; an item without any text would be none.
  return part === 'text' ? [] : [{ op: 'setItem', itemId, fields: {}, clear: [part] }];
}

function setSection(values: ChangeValues, agencies: Agencies): PlanChange[] {
  const { sectionId, sectionPart, text, organisationIds } = values;
  if (!sectionId || !sectionPart) return [];
  if (sectionPart === 'leads')
    return [{ op: 'setSection', sectionId, fields: { leads: agencies(organisationIds) } }];
  return text ? [{ op: 'setSection', sectionId, fields: { title: text } }] : [];
}

function addSection(values: ChangeValues, agencies: Agencies, newId: () => string): PlanChange[] {
  const { text, sectionId, printedNumber, organisationIds } = values;
  if (!text) return [];
  const section = {
    id: newId(),
    title: text,
    leads: agencies(organisationIds),
    ...filled({ printedNumber, parentId: sectionId }),
  };
  return [{ op: 'addSection', section }];
}

/** The date of a report as the form has it; the words of the paper beside it, when they were typed. */
function setProvision({ provisionId, kind, asPrinted, ...values }: ChangeValues): PlanChange[] {
  if (!provisionId || !kind) return [];
  const rule = ruleOf({ ...values, kind });
  return [{ op: 'setProvision', provisionId, fields: { rule, ...filled({ asPrinted }) } }];
}

function addProvision(values: ChangeValues, agencies: Agencies, newId: () => string): PlanChange[] {
  const { kind, what, text, asPrinted, openClass, organisationIds, receiverId } = values;
  if (!kind || !what || !text) return [];
  const provision = provisionOf(
    {
      ...values,
      kind,
      what,
      text,
      ...filled({ asPrinted, openClass, receiverId, debtorIds: organisationIds }),
    },
    [],
    { agencies, newId },
  );
  return [{ op: 'addProvision', provision }];
}

function setPlan({ planPart = 'title', text }: ChangeValues): PlanChange[] {
  if (text) return [{ op: 'setPlan', fields: { [planPart]: text } }];
  return planPart === 'title' ? [] : [{ op: 'setPlan', fields: {}, clear: [planPart] }];
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
    const { itemId, sectionId, provisionId, reason } = values;
    switch (values.op) {
      case 'setItem':
        return setItem(values, agencies);
      case 'addItem':
        return addItem(values, agencies, newId);
      case 'removeItem':
        return itemId && reason ? [{ op: 'removeItem', itemId, reason }] : [];
      case 'setSection':
        return setSection(values, agencies);
      case 'addSection':
        return addSection(values, agencies, newId);
      case 'removeSection':
        return sectionId && reason ? [{ op: 'removeSection', sectionId, reason }] : [];
      case 'setProvision':
        return setProvision(values);
      case 'addProvision':
        return addProvision(values, agencies, newId);
      case 'removeProvision':
        return provisionId && reason ? [{ op: 'removeProvision', provisionId, reason }] : [];
      case 'setPlan':
        return setPlan(values);
    }
  });
}

/** What stands now of a group or a report, to begin the form with. */
export function presentSection(section: PlanSection | undefined, part: SectionPart): Partial<ChangeValues> {
  if (!section) return {};
  return part === 'leads'
    ? { organisationIds: section.leads.flatMap(({ organisationId }) => organisationId ?? []) }
    : { text: section.title };
}

export function presentProvision(provision: PlanProvision | undefined): Partial<ChangeValues> {
  if (!provision) return {};
  return { ...rulePart(provision.rule), ...filled({ asPrinted: provision.asPrinted }) };
}

export function provisionOptions({ provisions }: PlanContent) {
  return provisions.map(({ id, what, asPrinted }) => ({
    value: id,
    label: [what, asPrinted].filter(Boolean).join(' · ').slice(0, 160),
  }));
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
