import { earliestDay } from '@lien-ket/kernel';
import { agreementBody, demoId, documentBody, organisationBody } from './demo-bodies.js';
import {
  demoFile,
  type AccountFact,
  type AgreementFact,
  type ContactFact,
  type DocumentFact,
  type OrganisationFact,
  type TenantFact,
} from './demo-files.js';
import { exampleSteps } from './demo-examples.js';
import { otherSteps, planSteps } from './demo-acts.js';
import { firstDayOf, post, type Names, type Resolve, type Step } from './demo-step.js';

export const demoTenants = (): TenantFact[] => demoFile<TenantFact[]>('tenants');
export const demoAccounts = (): AccountFact[] => demoFile<AccountFact[]>('accounts');

interface AccountNames {
  readonly tenantName?: string;
  readonly organisationName?: string;
}

/** How people call the tenant and the organisation of a demonstration account. */
export function accountNames(): (account: Pick<AccountFact, 'tenant' | 'organisation'>) => AccountNames {
  const tenants = new Map(demoTenants().map(({ id, name }) => [id, name]));
  const organisations = demoFile<Record<string, OrganisationFact[]>>('organisations');
  return ({ tenant = '', organisation }) => {
    const tenantName = tenants.get(tenant);
    const organisationName = organisations[tenant]?.find(({ key }) => key === organisation)?.name;
    return { ...(tenantName ? { tenantName } : {}), ...(organisationName ? { organisationName } : {}) };
  };
}

/** Everything the five documents say and the examples, as commands in the order of their days. */
export function demoSchedule(): Step[] {
  const organisations = demoFile<Record<string, OrganisationFact[]>>('organisations');
  const agreements = new Map(demoFile<AgreementFact[]>('agreements').map((fact) => [fact.key, fact]));
  const steps = demoTenants().flatMap(({ id, periods, successor }) => [
    ...organisationSteps(id, organisations[id] ?? []),
    ...mergerSteps(id, organisations[id] ?? [], periods.at(-1)?.to, successor?.name),
    ...staffSteps(id),
    ...contactSteps(id, organisations[id] ?? []),
    ...agreementSteps(id, agreements),
    ...documentSteps(id, organisations[id] ?? []),
    ...planSteps(id, agreements, namesOf(organisations[id])),
    ...otherSteps(id, namesOf(organisations[id])),
  ]);
  const examples = exampleSteps(agreements, (tenant) => namesOf(organisations[tenant]));
  return [...steps, ...examples]
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.on === b.step.on ? a.index - b.index : a.step.on < b.step.on ? -1 : 1))
    .map(({ step }) => step);
}

function namesOf(facts: readonly OrganisationFact[] | undefined): Names {
  return new Map((facts ?? []).map(({ key, name }) => [key, name]));
}

function organisationSteps(tenant: string, facts: readonly OrganisationFact[]): Step[] {
  const made = facts
    .filter(({ key }) => key !== 'ubnd')
    .map((fact) =>
      post(
        tenant,
        'ubnd.admin',
        '/organisations',
        `organisation ${fact.key}`,
        organisationBody(tenant, fact),
      ),
    );
  const ends = facts.flatMap((fact) => (fact.endsOn ? [endStep(tenant, fact, fact.endsOn)] : []));
  return [...made, ...ends];
}

/** With a province end its own organisations that have not ended before (reference data: 30/06/2025). */
function mergerSteps(
  tenant: string,
  facts: readonly OrganisationFact[],
  endsOn: string | undefined,
  successor: string | undefined,
): Step[] {
  if (endsOn === undefined) return [];
  return facts
    .filter(({ endsOn: own, outside, kind }) => own === undefined && outside !== true && kind !== 'group')
    .map((fact) => {
      const endBasis = 'Sáp nhập đơn vị hành chính cấp tỉnh từ 01/7/2025 theo dữ liệu tham chiếu';
      return endStep(tenant, { ...fact, ...(successor ? { successor } : {}), endBasis }, endsOn);
    });
}

/** Entered on the first day when the end is known by then, else on the organisation's last day. */
function endStep(tenant: string, fact: OrganisationFact, endsOn: string): Step {
  const successor = fact.successor
    ? {
        name: fact.successor,
        ...(fact.successorKey ? { id: demoId(tenant, 'organisation', fact.successorKey) } : {}),
      }
    : undefined;
  const id = demoId(tenant, 'organisation', fact.key);
  const body = {
    endedOn: endsOn,
    ...(successor ? { successor } : {}),
    basis: fact.endBasis ?? 'Theo dữ liệu tham chiếu',
  };
  const on = endsOn > firstDayOf(tenant) ? endsOn : firstDayOf(tenant);
  const path = `/organisations/${id}`;
  const resolve: Resolve = async (get) => ({
    revision: ((await get(path)) as { revision: number }).revision,
  });
  // Entered with the organisation it is its second event; on a later day somebody may have corrected it before.
  const known = on === firstDayOf(tenant) ? { revision: 0 } : { resolve };
  return post(tenant, 'ubnd.admin', `${path}/end`, `end ${fact.key}`, body, { on, ...known });
}

function staffSteps(tenant: string): Step[] {
  return demoAccounts()
    .filter((fact) => fact.tenant === tenant && fact.role !== 'admin')
    .map(({ account, organisation, role }) => {
      const body = {
        organisationId: demoId(tenant, 'organisation', organisation ?? ''),
        role,
        from: firstDayOf(tenant),
        basis: 'Tài khoản trình diễn',
      };
      return post(
        tenant,
        'ubnd.admin',
        `/staff/${demoId('platform', 'account', account)}/assign`,
        `staff ${account}`,
        body,
      );
    });
}

function contactSteps(tenant: string, organisations: readonly OrganisationFact[]): Step[] {
  return demoFile<ContactFact[]>('contacts')
    .filter((fact) => fact.tenant === tenant)
    .map(({ key, organisation, title, division, name, phone, email }) => {
      const office = {
        ...(title ? { title } : {}),
        ...(division ? { division } : {}),
        organisation: organisations.find((one) => one.key === organisation)?.name ?? organisation,
        organisationId: demoId(tenant, 'organisation', organisation),
      };
      return post(tenant, 'ubnd.admin', '/contacts', `contact ${key}`, {
        id: demoId(tenant, 'contact', key),
        office,
        name,
        phone,
        email,
      });
    });
}

function agreementSteps(tenant: string, agreements: ReadonlyMap<string, AgreementFact>): Step[] {
  const account = tenant === 'hcmc' ? 'itpc.region-coordinator' : 'skhdt.focal';
  return [...agreements.values()]
    .filter(({ recordedBy }) => recordedBy === tenant)
    .map((fact) =>
      post(tenant, account, '/agreements', `agreement ${fact.key}`, agreementBody(fact, agreements)),
    );
}

function documentSteps(tenant: string, organisations: readonly OrganisationFact[]): Step[] {
  const names = new Map(organisations.map(({ key, name }) => [key, name]));
  return (demoFile<Record<string, DocumentFact[]>>('documents')[tenant] ?? []).map((fact) =>
    post(tenant, 'ubnd.clerk', '/documents', `document ${fact.key}`, documentBody(tenant, fact, names), {
      on: dayOfEntry(tenant, fact),
    }),
  );
}

/** The first day of the log, or the document's own where that comes later. */
function dayOfEntry(tenant: string, { standing, date }: DocumentFact): string {
  const [first, own] = [firstDayOf(tenant), date && standing !== 'draft' ? earliestDay(date) : ''];
  return own > first ? own : first;
}
