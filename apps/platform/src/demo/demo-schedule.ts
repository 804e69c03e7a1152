import { lastDayBefore } from '@lien-ket/calendar';
import {
  agreementBody,
  agencies,
  demoId,
  documentBody,
  organisationBody,
  planContentBody,
  signerBody,
} from './demo-bodies.js';
import {
  demoFile,
  type AccountFact,
  type AgreementFact,
  type CampaignFact,
  type ContactFact,
  type DirectiveFact,
  type DocumentFact,
  type OrganisationFact,
  type PlanFact,
  type TenantFact,
  type WorkingGroupFact,
} from './demo-files.js';

/** One command of the load, sent as the account that would send it. */
export interface Step {
  readonly on: string;
  readonly tenant: string;
  readonly account: string;
  readonly method: 'POST';
  readonly path: string;
  readonly body: unknown;
  /** Fixed for ever: loading again sends the same command, which is carried out once. */
  readonly key: string;
  readonly revision?: number;
}

/** The day each tenant's log begins: that of its own first document (the eight without one: of plan 4778). */
const FIRST_DAY: Readonly<Record<string, string>> = {
  'tra-vinh': '2020-08-26',
  'nghe-an': '2023-09-26',
  'tien-giang': '2023-10-02',
  'kon-tum': '2024-06-28',
  'kien-giang': '2025-03-10',
};
const DEFAULT_FIRST_DAY = '2023-09-26';
const PLANS = ['plan-419', 'plan-4778', 'plan-kien-giang-draft', 'plan-kon-tum-2024'];

export const demoTenants = (): TenantFact[] => demoFile<TenantFact[]>('tenants');
export const demoAccounts = (): AccountFact[] => demoFile<AccountFact[]>('accounts');
export const firstDayOf = (tenant: string): string => FIRST_DAY[tenant] ?? DEFAULT_FIRST_DAY;

/** Everything the five documents say, as commands in the order of their days. */
export function demoSchedule(): Step[] {
  const organisations = demoFile<Record<string, OrganisationFact[]>>('organisations');
  const agreements = new Map(demoFile<AgreementFact[]>('agreements').map((fact) => [fact.key, fact]));
  const steps = demoTenants().flatMap(({ id }) => [
    ...organisationSteps(id, organisations[id] ?? []),
    ...staffSteps(id),
    ...contactSteps(id, organisations[id] ?? []),
    ...agreementSteps(id, agreements),
    ...documentSteps(id, organisations[id] ?? []),
    ...planSteps(id, agreements, namesOf(organisations[id])),
    ...otherSteps(id, namesOf(organisations[id])),
  ]);
  return steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => (a.step.on === b.step.on ? a.index - b.index : a.step.on < b.step.on ? -1 : 1))
    .map(({ step }) => step);
}

type Names = ReadonlyMap<string, string>;

function namesOf(facts: readonly OrganisationFact[] | undefined): Names {
  return new Map((facts ?? []).map(({ key, name }) => [key, name]));
}

function post(
  tenant: string,
  account: string,
  path: string,
  key: string,
  body: unknown,
  rest: Partial<Step> = {},
): Step {
  return {
    on: firstDayOf(tenant),
    tenant,
    account: `${tenant}.${account}`,
    method: 'POST',
    path,
    body,
    key: demoId(tenant, 'command', key),
    ...rest,
  };
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
  return post(tenant, 'ubnd.admin', `/organisations/${id}/end`, `end ${fact.key}`, body, { on, revision: 0 });
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
    post(tenant, 'ubnd.clerk', '/documents', `document ${fact.key}`, documentBody(tenant, fact, names)),
  );
}

function planSteps(tenant: string, agreements: ReadonlyMap<string, AgreementFact>, names: Names): Step[] {
  return PLANS.map((name) => demoFile<PlanFact>(name))
    .filter((plan) => plan.tenant === tenant)
    .map((plan) => {
      const content = planContentBody(plan, agreements, names);
      const id = demoId(tenant, 'plan', plan.key);
      if (plan.draft) return post(tenant, 'skhdt.focal', '/plans', `plan ${plan.key}`, { id, content });
      const { effectiveOn, basis, rule } = plan.effective;
      const head = {
        number: plan.number,
        symbol: plan.symbol,
        date: plan.date,
        place: plan.place,
        signer: signerBody(plan.signer),
        effectiveOn,
      };
      const known =
        basis === 'derived'
          ? { basis: { kind: 'derived', rule: (rule ?? 'documentDate').slice(0, 60) } }
          : {};
      return post(
        tenant,
        'ubnd.clerk',
        '/plans/record-issued',
        `plan ${plan.key}`,
        JSON.parse(JSON.stringify({ id, content, ...head, ...known })),
      );
    });
}

function otherSteps(tenant: string, names: Names): Step[] {
  const groups = demoFile<WorkingGroupFact[]>('working-groups')
    .filter((fact) => fact.tenant === tenant)
    .map((fact) =>
      post(tenant, 'itpc.region-coordinator', '/working-groups', `group ${fact.key}`, {
        id: demoId(tenant, 'workinggroup', fact.key),
        name: fact.name,
        sharedWith: [
          ...new Set(fact.teams.flatMap(({ members }) => members.flatMap((one) => one.tenant ?? []))),
        ].filter((one) => one !== tenant),
        teams: fact.teams.map(({ key, name, members }) => ({
          id: demoId(tenant, 'team', key),
          name,
          members: members.map((one) => ({
            ...(one.honorific ? { honorific: one.honorific } : {}),
            name: one.name,
            title: one.title,
            role: one.role,
            ...(one.tenant ? { tenant: one.tenant } : {}),
            from: fact.asOf,
          })),
        })),
      }),
    );
  const directives = demoFile<DirectiveFact[]>('directives')
    .filter((fact) => fact.tenant === tenant)
    .map((fact) =>
      post(
        tenant,
        'ubnd.leader',
        '/directives',
        `directive ${fact.key}`,
        {
          id: demoId(tenant, 'directive', fact.key),
          text: `${fact.opinionOf.title} ${fact.opinionOf.name}`,
          document: { documentId: demoId(tenant, 'document', fact.document) },
          tasks: fact.tasks.map(({ text, lead, coordinators, openClass }) => ({
            text: text.slice(0, 2000),
            lead: agencies(tenant, [lead ?? openClass ?? { printed: text }])[0],
            coordinators: agencies(tenant, [
              ...(coordinators ?? []),
              ...(lead && openClass ? [openClass] : []),
            ]),
          })),
        },
        { on: '2023-09-27' },
      ),
    );
  return [...groups, ...directives, ...campaignSteps(tenant, names)];
}

/** "trước ngày N": the last day is the one before (libs/calendar, BEFORE_DAY_EXCLUDES_IT). */
function lastDayOf({ kind, date }: CampaignFact['rule']): string | undefined {
  return kind === 'onceBefore' && date ? lastDayBefore(date) : undefined;
}

function campaignSteps(tenant: string, names: Names): Step[] {
  return demoFile<CampaignFact[]>('campaigns')
    .filter((fact) => fact.tenant === tenant)
    .map((fact) => {
      const headings = (fact.headings ?? []).map(({ text }) => text.slice(0, 600));
      const kinds = fact.recipientKinds.map(({ key, printed, reportKind }) => ({
        to: printed,
        debtors: agencies(
          tenant,
          (fact.recipients ?? []).filter(({ kind }) => kind === key),
        ),
        headings:
          headings.length > 0
            ? headings
            : (fact.reportKinds.find((kind) => kind.key === reportKind)?.headings ?? []),
      }));
      return post(
        tenant,
        `${fact.askedBy}.head`,
        '/campaigns',
        `campaign ${fact.key}`,
        JSON.parse(
          JSON.stringify({
            id: demoId(tenant, 'campaign', fact.key),
            title: fact.subject.slice(0, 600),
            receiver: agencies(tenant, [
              { printed: names.get(fact.askedBy) ?? fact.askedBy, org: fact.askedBy },
            ])[0],
            document: { documentId: demoId(tenant, 'document', fact.document) },
            asPrinted: fact.dueAsPrinted,
            dueOn: lastDayOf(fact.rule),
            requests: kinds,
          }),
        ),
      );
    });
}
