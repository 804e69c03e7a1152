import type { AgencyRef, PlanContent, PlanItem, PlanSection } from '@lien-ket/contracts';
import { filled, linesOf } from '../forms/lines.js';
import { blankItem } from './changes.js';
import { provisionOf, provisionValues, recipientsOf, type ProvisionValues } from './provisions.js';

export interface ItemValues {
  readonly id?: string;
  readonly printedNumber?: string;
  readonly text: string;
  readonly leadIds?: readonly string[];
  readonly deliverable?: string;
  readonly time?: string;
  readonly note?: string;
  readonly coordinatorIds?: readonly string[];
  readonly partnerTenants?: readonly string[];
  readonly field?: PlanItem['field'];
  readonly scope?: PlanItem['scope'];
  readonly host?: string;
  readonly place?: string;
  /** One per line. */
  readonly subTasks?: string;
  /** One office per line. */
  readonly contactOffices?: string;
  /** The paper states no lead for it, whatever its group says. */
  readonly leadNotStated?: boolean;
}
export interface SectionValues {
  readonly id?: string;
  readonly printedNumber?: string;
  readonly title: string;
  readonly leadIds?: readonly string[];
  readonly items?: readonly ItemValues[];
  /** Groups within it, each with its own items. */
  readonly groups?: readonly SectionValues[];
}
export interface DraftValues {
  readonly title: string;
  readonly agreementIds?: readonly string[];
  readonly focalAgencyId?: string;
  readonly legalBases?: string;
  readonly sections?: readonly SectionValues[];
  readonly provisions?: readonly ProvisionValues[];
  readonly recipients?: string;
}

interface Means {
  agencies(ids: readonly string[] | undefined): AgencyRef[];
  agreement(id: string): { value: string; label: string; tenant?: string | undefined } | undefined;
  newId(): string;
}

export const blankContent: PlanContent = {
  title: '',
  example: false,
  horizons: [],
  underAgreements: [],
  legalBases: [],
  sections: [],
  items: [],
  provisions: [],
  recipients: [],
};

type ContactOffice = PlanItem['contactOffices'][number];

const idsOf = (agencies: readonly AgencyRef[]): string[] =>
  agencies.flatMap(({ organisationId }) => organisationId ?? []);
function without<T extends object, K extends keyof T & string>(thing: T, ...names: K[]): Omit<T, K> {
  const left = Object.entries(thing).filter(([name]) => !names.some((gone) => gone === name));
  return Object.fromEntries(left) as Omit<T, K>;
}

/** Parts of an item that the form shows as they are kept. */
const PLAIN = ['printedNumber', 'deliverable', 'time', 'note', 'field', 'scope', 'host', 'place'] as const;

function pick<T extends object, K extends keyof T & string>(
  thing: T,
  names: readonly K[],
): Partial<Pick<T, K>> {
  const found = Object.entries(thing).filter(([name]) => names.some((wanted) => wanted === name));
  return Object.fromEntries(found) as Partial<Pick<T, K>>;
}

/** Đầu mối liên hệ, as it is printed. */
export function printedOffice({ title, division, organisation }: ContactOffice): string {
  return [title, division, organisation].filter(Boolean).join(', ');
}

/** An office whose line was left as it was keeps its parts; a new line is one. */
function officesOf(typed: string | undefined, before: readonly ContactOffice[]): ContactOffice[] {
  return linesOf(typed).map((title) => before.find((one) => printedOffice(one) === title) ?? { title });
}

function itemValues(item: PlanItem): ItemValues {
  return {
    id: item.id,
    text: item.text,
    leadIds: idsOf(item.leads),
    coordinatorIds: idsOf(item.coordinators),
    partnerTenants: item.partnerTenants,
    subTasks: item.subTasks.join('\n'),
    contactOffices: item.contactOffices.map(printedOffice).join('\n'),
    leadNotStated: item.leadScope === 'notStated',
    ...filled(pick(item, PLAIN)),
  };
}

/** The sections under this one, each with the groups under it; what stands under none of them stands at the top. */
function sectionValues({ sections, items }: PlanContent, under?: string): SectionValues[] {
  const known = new Set(sections.map(({ id }) => id));
  return sections
    .filter(
      ({ parentId }) => (parentId !== undefined && known.has(parentId) ? parentId : undefined) === under,
    )
    .map((section) => ({
      id: section.id,
      title: section.title,
      leadIds: idsOf(section.leads),
      ...(section.printedNumber ? { printedNumber: section.printedNumber } : {}),
      items: items.filter(({ sectionId }) => sectionId === section.id).map(itemValues),
      groups: sectionValues({ ...blankContent, sections, items }, section.id),
    }));
}

export function valuesOf(content: PlanContent): DraftValues {
  return {
    title: content.title,
    agreementIds: content.underAgreements.flatMap(({ id }) => id ?? []),
    legalBases: content.legalBases.join('\n'),
    provisions: content.provisions.map(provisionValues),
    recipients: content.recipients.map(({ text }) => text).join('\n'),
    ...(content.focalAgencyId ? { focalAgencyId: content.focalAgencyId } : {}),
    sections: sectionValues(content),
  };
}

/** Agencies that were printed without being one of ours stay as printed. */
function agenciesAfter(
  ids: readonly string[] | undefined,
  before: readonly AgencyRef[],
  means: Means,
): AgencyRef[] {
  const kept = before.filter(({ organisationId }) => !organisationId || ids?.includes(organisationId));
  const known = idsOf(kept);
  return [...kept, ...means.agencies(ids?.filter((id) => !known.includes(id)))];
}

/** Without leads of its own an item has those of its group, unless the paper was known to state none. */
function leadScopeOf(leads: readonly AgencyRef[], old: PlanItem, isNew: boolean): PlanItem['leadScope'] {
  if (leads.length > 0) return old.leads.length > 0 ? old.leadScope : 'own';
  return isNew || old.leads.length > 0 || old.leadScope === 'own' ? 'group' : old.leadScope;
}

function itemOf(values: ItemValues, sectionId: string, content: PlanContent, means: Means): PlanItem {
  const found = content.items.find(({ id }) => id === values.id);
  const old = found ?? blankItem(means.newId(), sectionId);
  const leads = agenciesAfter(values.leadIds, old.leads, means);
  return {
    ...without(old, ...PLAIN),
    sectionId,
    text: values.text,
    leads,
    leadScope: leadScopeOf(leads, old, !found),
    coordinators: agenciesAfter(values.coordinatorIds, old.coordinators, means),
    partnerTenants: [...(values.partnerTenants ?? [])],
    subTasks: linesOf(values.subTasks),
    contactOffices: officesOf(values.contactOffices, old.contactOffices),
    ...filled(pick(values, PLAIN)),
  };
}

interface Part {
  readonly section: PlanSection;
  readonly items: PlanItem[];
}

/** A section, its items, and the groups within it, in the printed order. */
function partsOf(
  typed: SectionValues,
  under: string | undefined,
  content: PlanContent,
  means: Means,
): Part[] {
  const old = content.sections.find(({ id }) => id === typed.id);
  const id = old?.id ?? means.newId();
  const section = without(old ?? { id, title: '', leads: [], printedNumber: '' }, 'printedNumber');
  const own: Part = {
    section: {
      ...section,
      title: typed.title,
      leads: agenciesAfter(typed.leadIds, old?.leads ?? [], means),
      ...filled({ printedNumber: typed.printedNumber, parentId: under }),
    },
    items: (typed.items ?? []).map((item) => itemOf(item, id, content, means)),
  };
  return [own, ...(typed.groups ?? []).flatMap((group) => partsOf(group, id, content, means))];
}

/** What was typed, laid over what was there: parts that the form does not show stay as they were. */
export function contentOf(values: DraftValues, content: PlanContent, means: Means): PlanContent {
  const kept = without(content, 'focalAgencyId');
  const parts = (values.sections ?? []).flatMap((typed) => partsOf(typed, undefined, content, means));
  const agreements = (values.agreementIds ?? []).flatMap((id) => {
    const old = content.underAgreements.find((ref) => ref.id === id);
    const found = means.agreement(id);
    if (old) return [old];
    return found ? [{ id, printed: found.label, ...filled({ tenant: found.tenant }) }] : [];
  });
  return {
    ...kept,
    title: values.title,
    underAgreements: [...content.underAgreements.filter(({ id }) => !id), ...agreements],
    legalBases: linesOf(values.legalBases),
    provisions: (values.provisions ?? []).map((typed) => provisionOf(typed, content.provisions, means)),
    recipients: recipientsOf(values.recipients, content.recipients),
    sections: parts.map(({ section }) => section),
    items: parts.flatMap(({ items }) => items),
    ...filled({ focalAgencyId: values.focalAgencyId }),
  };
}
