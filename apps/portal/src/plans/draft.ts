import type { AgencyRef, PlanContent, PlanItem, PlanSection } from '@lien-ket/contracts';
import { filled, linesOf } from '../forms/lines.js';
import { blankItem } from './changes.js';
import { provisionOf, provisionValues, recipientsOf, type ProvisionValues } from './provisions.js';

export interface ItemValues {
  readonly id?: string;
  readonly printedNumber?: string;
  readonly text: string;
  readonly leadIds?: readonly string[];
  readonly coordinatorIds?: readonly string[];
  readonly deliverable?: string;
  readonly time?: string;
  readonly note?: string;
  readonly field?: PlanItem['field'];
  readonly host?: string;
  readonly place?: string;
}
export interface SectionValues {
  readonly id?: string;
  readonly printedNumber?: string;
  readonly title: string;
  readonly leadIds?: readonly string[];
  readonly items?: readonly ItemValues[];
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

const idsOf = (agencies: readonly AgencyRef[]): string[] =>
  agencies.flatMap(({ organisationId }) => organisationId ?? []);
function without<T extends object, K extends keyof T & string>(thing: T, ...names: K[]): Omit<T, K> {
  const left = Object.entries(thing).filter(([name]) => !names.some((gone) => gone === name));
  return Object.fromEntries(left) as Omit<T, K>;
}

export function valuesOf(content: PlanContent): DraftValues {
  const itemValues = (item: PlanItem): ItemValues => ({
    id: item.id,
    text: item.text,
    leadIds: idsOf(item.leads),
    coordinatorIds: idsOf(item.coordinators),
    ...filled({
      printedNumber: item.printedNumber,
      deliverable: item.deliverable,
      time: item.time,
      note: item.note,
      field: item.field,
      host: item.host,
      place: item.place,
    }),
  });
  return {
    title: content.title,
    agreementIds: content.underAgreements.flatMap(({ id }) => id ?? []),
    legalBases: content.legalBases.join('\n'),
    provisions: content.provisions.map(provisionValues),
    recipients: content.recipients.map(({ text }) => text).join('\n'),
    ...(content.focalAgencyId ? { focalAgencyId: content.focalAgencyId } : {}),
    sections: content.sections.map((section) => ({
      id: section.id,
      title: section.title,
      leadIds: idsOf(section.leads),
      ...(section.printedNumber ? { printedNumber: section.printedNumber } : {}),
      items: content.items.filter(({ sectionId }) => sectionId === section.id).map(itemValues),
    })),
  };
}

/** Agencies that were printed without being one of ours stay as printed. */
function leadsOf(
  ids: readonly string[] | undefined,
  before: readonly AgencyRef[],
  means: Means,
): AgencyRef[] {
  const kept = before.filter(({ organisationId }) => !organisationId || ids?.includes(organisationId));
  const known = idsOf(kept);
  return [...kept, ...means.agencies(ids?.filter((id) => !known.includes(id)))];
}

function itemOf(values: ItemValues, sectionId: string, content: PlanContent, means: Means): PlanItem {
  const old = content.items.find(({ id }) => id === values.id) ?? blankItem(means.newId(), sectionId);
  const kept = without(old, 'printedNumber', 'deliverable', 'time', 'note', 'field', 'host', 'place');
  const leads = leadsOf(values.leadIds, old.leads, means);
  const { printedNumber, deliverable, time, note, field, host, place } = values;
  return {
    ...kept,
    sectionId,
    text: values.text,
    leads,
    coordinators: leadsOf(values.coordinatorIds, old.coordinators, means),
    leadScope: leads.length > 0 ? (old.leads.length > 0 ? old.leadScope : 'own') : 'group',
    ...filled({ printedNumber, deliverable, time, note, field, host, place }),
  };
}

/** What was typed, laid over what was there: parts that the form does not show stay as they were. */
export function contentOf(values: DraftValues, content: PlanContent, means: Means): PlanContent {
  const kept = without(content, 'focalAgencyId');
  const pairs = (values.sections ?? []).map((typed): { section: PlanSection; items: PlanItem[] } => {
    const old = content.sections.find(({ id }) => id === typed.id);
    const id = old?.id ?? means.newId();
    const section = without(old ?? { id, title: '', leads: [], printedNumber: '' }, 'printedNumber');
    return {
      section: {
        ...section,
        title: typed.title,
        leads: leadsOf(typed.leadIds, old?.leads ?? [], means),
        ...filled({ printedNumber: typed.printedNumber }),
      },
      items: (typed.items ?? []).map((item) => itemOf(item, id, content, means)),
    };
  });
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
    sections: pairs.map(({ section }) => section),
    items: pairs.flatMap(({ items }) => items),
    ...filled({ focalAgencyId: values.focalAgencyId }),
  };
}
