import { lastDayBefore } from '@lien-ket/calendar';
import { agencies, demoId, planContentBody, signerBody } from './demo-bodies.js';
import {
  demoFile,
  type AgreementFact,
  type CampaignFact,
  type DirectiveFact,
  type PlanFact,
  type WorkingGroupFact,
} from './demo-files.js';
import { post, type Names, type Step } from './demo-step.js';

const PLANS = ['plan-419', 'plan-4778', 'plan-kien-giang-draft', 'plan-kon-tum-2024'];

export function planSteps(
  tenant: string,
  agreements: ReadonlyMap<string, AgreementFact>,
  names: Names,
): Step[] {
  return PLANS.map((name) => demoFile<PlanFact>(name))
    .filter((plan) => plan.tenant === tenant)
    .map((plan) => {
      const name = `plan ${plan.key}`;
      if (!plan.draft)
        return post(tenant, 'ubnd.clerk', '/plans/recordIssued', name, issuedBody(plan, agreements, names));
      const id = demoId(tenant, 'plan', plan.key);
      return post(tenant, 'skhdt.focal', '/plans', name, {
        id,
        content: planContentBody(plan, agreements, names),
      });
    });
}

/** A plan that was issued on paper, as the clerk enters it. */
export function issuedBody(
  plan: PlanFact,
  agreements: ReadonlyMap<string, AgreementFact>,
  names: Names,
): unknown {
  const { effectiveOn, basis, rule } = plan.effective;
  const body = {
    id: demoId(plan.tenant, 'plan', plan.key),
    content: planContentBody(plan, agreements, names),
    number: plan.number,
    symbol: plan.symbol,
    date: plan.date,
    place: plan.place,
    signer: signerBody(plan.signer),
    effectiveOn,
    ...(basis === 'derived' ? { basis: { kind: 'derived', rule: rule ?? 'documentDate' } } : {}),
  };
  return JSON.parse(JSON.stringify(body)) as unknown;
}

export function otherSteps(tenant: string, names: Names): Step[] {
  return [...groupSteps(tenant), ...directiveSteps(tenant), ...campaignSteps(tenant, names)];
}

function groupSteps(tenant: string): Step[] {
  return demoFile<WorkingGroupFact[]>('working-groups')
    .filter((fact) => fact.tenant === tenant)
    .map((fact) =>
      post(tenant, 'itpc.region-coordinator', '/working-groups', `group ${fact.key}`, {
        id: demoId(tenant, 'workinggroup', fact.key),
        name: fact.name,
        ...underPlanOf(fact),
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
}

/** The plan whose paper the roster is enclosed with. */
function underPlanOf({ tenant, document }: WorkingGroupFact): object {
  const plan = PLANS.map((name) => demoFile<PlanFact>(name)).find(
    (one) => one.tenant === tenant && one.key === document,
  );
  if (!plan) return {};
  const printed = `Kế hoạch số ${plan.number}/${plan.symbol}`;
  return { underPlan: { id: demoId(tenant, 'plan', plan.key), printed } };
}

function directiveSteps(tenant: string): Step[] {
  return demoFile<DirectiveFact[]>('directives')
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
