import { uuidFrom } from '@lien-ket/kernel';
import { paperOf, papersOf } from './demo-papers.js';
import { provisionBodies } from './demo-provisions.js';
import type {
  AgencyFact,
  AgreementFact,
  DocumentFact,
  ItemFact,
  OrganisationFact,
  PlanFact,
  RecipientFact,
  SignerFact,
} from './demo-files.js';

/** Id of a thing of the demonstration, made from its key: every load makes the same one. */
export function demoId(tenant: string, kind: string, key: string): string {
  return uuidFrom('demo', tenant, kind, key);
}

const CAPACITY: Readonly<Record<string, string>> = {
  TM: 'forCollective',
  KT: 'deputyForHead',
  TL: 'byOrder',
  TUQ: 'byDelegation',
  Q: 'acting',
};

/** Text as the contracts take it: one line of at most `max` characters. */
export const cut = (text: string, max: number): string => text.trim().slice(0, max);

export function defined<T extends Record<string, unknown>>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

export function agencies(tenant: string, facts: readonly AgencyFact[] | undefined): unknown[] {
  return (facts ?? []).map(({ printed, org }) =>
    defined({
      printed: cut(printed, 300),
      organisationId: org ? demoId(tenant, 'organisation', org) : undefined,
    }),
  );
}

export function signerBody(signer: SignerFact | undefined): unknown {
  if (!signer) return undefined;
  return defined({
    name: signer.name,
    title: signer.title,
    capacity: CAPACITY[signer.capacity] ?? 'notPrinted',
  });
}

export function recipientBodies(facts: readonly RecipientFact[] | undefined): unknown[] {
  return (facts ?? []).map(({ text, purpose }) => defined({ text: cut(text, 600), purpose }));
}

export function organisationBody(tenant: string, fact: OrganisationFact): Record<string, unknown> {
  return defined({
    id: demoId(tenant, 'organisation', fact.key),
    name: fact.name,
    kind: fact.kind,
    aliases: [...new Set(fact.aliases ?? [])],
    parentId: fact.parent ? demoId(tenant, 'organisation', fact.parent) : undefined,
    outside: fact.outside ?? false,
  });
}

export function documentBody(
  tenant: string,
  fact: DocumentFact,
  names: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const issuer = fact.issuer
    ? {
        printed: names.get(fact.issuer) ?? fact.issuer,
        ...(names.has(fact.issuer) ? { organisationId: demoId(tenant, 'organisation', fact.issuer) } : {}),
      }
    : undefined;
  const named = papersOf(tenant);
  return defined({
    id: demoId(tenant, 'document', fact.key),
    kind: KINDS.has(fact.kind) ? fact.kind : 'other',
    number: fact.number,
    symbol: fact.symbol,
    date: fact.date,
    dateAsPrinted: fact.dateAsPrinted,
    place: fact.place,
    issuer,
    abstract: cut(fact.abstract, 1000),
    signer: signerBody(fact.signer),
    addressees: fact.addressees ?? [],
    recipients: recipientBodies(fact.recipients),
    archiveLine: fact.archiveLine,
    standing: fact.standing,
    incoming: fact.incoming ? { number: fact.incoming.number, on: fact.incoming.on } : undefined,
    enclosures: (fact.enclosures ?? []).map((one) => cut(named(one), 600)),
    legalBases: (fact.legalBases ?? []).map((one) => cut(named(one), 1000)),
    conflicts: (fact.conflicts ?? []).map((one) => cut(one, 1000)),
    publication: fact.publication,
  });
}

const KINDS = new Set([
  'plan',
  'officialLetter',
  'report',
  'submissionPaper',
  'agreement',
  'memorandum',
  'resolution',
  'decision',
  'appendix',
  'routingSlip',
  'programme',
  'list',
  'form',
  'other',
]);

export function agreementBody(
  fact: AgreementFact,
  recorderOf: ReadonlyMap<string, AgreementFact>,
): Record<string, unknown> {
  const parent = fact.parent ? recorderOf.get(fact.parent) : undefined;
  const [year, month, day] = (fact.signedOn ?? '').split('-').map(Number);
  return defined({
    id: demoId(fact.recordedBy, 'agreement', fact.key),
    name: fact.name,
    kind: fact.kind === 'memorandum' ? 'memorandum' : 'agreement',
    parties: fact.parties.map(({ tenant, name, basis }) =>
      defined({ tenant, name, basis: basis === 'reference' ? 'reference' : 'printed' }),
    ),
    signedOn: year ? defined({ year, month, day }) : undefined,
    place: fact.place,
    termTo: fact.termTo,
    termBasis: fact.termTo ? fact.termBasis : undefined,
    region: fact.region,
    fields: fact.fields,
    parent: parent
      ? {
          tenant: parent.recordedBy,
          id: demoId(parent.recordedBy, 'agreement', parent.key),
          printed: parent.name,
        }
      : undefined,
  });
}

/** A plan's content with the ids its keys stand for. */
export function planContentBody(
  plan: PlanFact,
  agreements: ReadonlyMap<string, AgreementFact>,
  names: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const id = (kind: string, key: string | undefined): string | undefined =>
    key ? demoId(plan.tenant, `${plan.key} ${kind}`, key) : undefined;
  const named = papersOf(plan.tenant);
  const paper = plan.document ? paperOf(plan.tenant, plan.document) : undefined;
  return defined({
    title: plan.title,
    example: plan.example ?? false,
    horizons: plan.horizons.map(({ key, label, from, to }) =>
      defined({ id: id('horizon', key), label, from, to }),
    ),
    underAgreements: (plan.underAgreements ?? []).flatMap((key) => under(agreements.get(key))),
    underPlan: plan.underPlan ? { printed: cut(named(plan.underPlan), 600) } : undefined,
    documentId: paper ? demoId(plan.tenant, 'document', paper.key) : undefined,
    legalBases: (paper?.legalBases ?? []).map((one) => cut(named(one), 1000)),
    focalAgencyId: plan.focalAgency ? demoId(plan.tenant, 'organisation', plan.focalAgency) : undefined,
    leaderInCharge: plan.leaderInCharge
      ? [plan.leaderInCharge.name, plan.leaderInCharge.title].filter(Boolean).join(', ').slice(0, 300)
      : undefined,
    sections: plan.sections.map((section) =>
      defined({
        id: id('section', section.key),
        parentId: id('section', section.parent),
        printedNumber: section.printedNumber,
        title: cut(section.title, 1000),
        horizonId: id('horizon', section.horizon),
        leads: agencies(plan.tenant, section.leads),
      }),
    ),
    items: plan.items.map((item) => itemBody(plan, item, id)),
    provisions: provisionBodies(plan, id, names),
    recipients: recipientBodies(plan.recipients),
    archiveLine: plan.archiveLine,
  });
}

export type IdOf = (kind: string, key: string | undefined) => string | undefined;

function under(fact: AgreementFact | undefined): unknown[] {
  return fact
    ? [{ tenant: fact.recordedBy, id: demoId(fact.recordedBy, 'agreement', fact.key), printed: fact.name }]
    : [];
}

function itemBody(plan: PlanFact, item: ItemFact, id: IdOf): unknown {
  // Inherited leads stand in the section; an item repeats them only in the data files.
  const own = item.leadScope === 'own' || item.leadScope === 'sentence';
  return defined({
    id: id('item', item.key),
    sectionId: id('section', item.section),
    printedNumber: item.printedNumber,
    text: item.text,
    leads: own ? agencies(plan.tenant, item.leads) : [],
    leadScope: item.leadScope,
    coordinators: agencies(plan.tenant, item.coordinators),
    contactOffices: (item.contactOffice ?? []).map(({ title, division, organisation, contact }) =>
      defined({
        title,
        division,
        organisation,
        contactId: contact ? demoId(plan.tenant, 'contact', contact) : undefined,
      }),
    ),
    deliverable: item.deliverable,
    time: item.time,
    note: item.note,
    scope: item.scope,
    partnerTenants: item.partnerTenants ?? [],
    host: item.host,
    place: item.place,
    field: item.field,
    parentItemId: id('item', item.parentItem),
    subTasks: item.subTasks ?? [],
    sameAsItemId: id('item', item.sameAs),
    provisionId: id('provision', item.reportProvision),
    awaitsTrigger: item.awaitsTrigger ?? false,
    becomesActivity: item.becomesActivity,
  });
}
