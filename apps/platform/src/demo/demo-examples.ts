import { issuedBody } from './demo-acts.js';
import { agencies, demoId, planContentBody, signerBody } from './demo-bodies.js';
import type {
  ActFact,
  ActKind,
  ActOf,
  AmendmentFact,
  ChangeFact,
  ExamplesFact,
  PaperFact,
} from './demo-example-facts.js';
import {
  actStep,
  atAmendment,
  atRevision,
  correctingIssue,
  dateBody,
  decidingLastComment,
  paperBody,
  tenantOf,
} from './demo-example-step.js';
import { activityActs, difficultyActs, reportActs } from './demo-example-work.js';
import { demoFile, type AccountFact, type AgreementFact, type PlanFact } from './demo-files.js';
import type { Names, Step } from './demo-step.js';

/** What the acts on plans need besides themselves. */
interface Sources {
  readonly facts: ExamplesFact;
  readonly agreements: ReadonlyMap<string, AgreementFact>;
  readonly namesOf: (tenant: string) => Names;
}
type Builders = { readonly [K in ActKind]: (act: ActOf<K>, from: Sources) => Step[] };

/**
 * The example plans (VÍ DỤ), which carry what the documents lack. Their acts are sent one by one, in their order: each
 * rests on the ones before it.
 */
export function exampleSteps(
  agreements: ReadonlyMap<string, AgreementFact>,
  namesOf: (tenant: string) => Names,
): Step[] {
  const facts = demoFile<ExamplesFact>('examples');
  return facts.acts.flatMap((act) => stepsOf(act, { facts, agreements, namesOf }));
}

function stepsOf<K extends ActKind>(act: ActOf<K>, from: Sources): Step[] {
  return BUILDERS[act.act](act, from);
}

const BY_DOCUMENT_DATE = { kind: 'derived', rule: 'documentDate' };

const BUILDERS: Builders = {
  ...activityActs,
  ...difficultyActs,
  ...reportActs,
  draftPlan: (act, from) => {
    const body = { id: planId(act), content: contentOf(act, from, act.without) };
    return [actStep(act, '/plans', body)];
  },
  recordIssuedPlan: (act, from) => {
    const plan = planOf(act.plan, from);
    return [
      actStep(act, '/plans/recordIssued', issuedBody(plan, from.agreements, from.namesOf(plan.tenant))),
    ];
  },
  revisePlan: (act, from) => onPlan(act, 'revise', { content: contentOf(act, from) }),
  consult: (act, from) => {
    const names = from.namesOf(tenantOf(act));
    const asked = act.organisations.map((org) => ({ printed: names.get(org) ?? org, org }));
    return onPlan(act, 'consult', { organisations: agencies(tenantOf(act), asked) });
  },
  comment: (act) => onPlan(act, 'comment', { agrees: true, text: act.text }),
  decideComment: (act) => {
    const path = `/plans/${planId(act)}`;
    const body = { takenOver: true, reason: act.text };
    return [actStep(act, `${path}/decideComment`, body, decidingLastComment(path, body))];
  },
  submitForSignature: (act, from) => {
    const { text, document } = act;
    if (act.amendment) return onAmendment(act, act.amendment, from, 'submit', { note: text });
    return onPlan(act, 'submit', { note: text, ...(document ? { document: paperBody(document) } : {}) });
  },
  sendBack: (act) => onPlan(act, 'sendBack', { reasons: act.reason }),
  // An amendment is signed and put in force by one command, sent when it is issued.
  sign: (act) => (act.amendment ? [] : onPlan(act, 'sign', { signer: signerOf(act) })),
  // Number and date are given by the command that issues.
  assignNumber: () => [],
  issue: (act, from) => {
    const { number, symbol, date } = numberOf(act, from);
    if (act.amendment) return decide(act, act.amendment, from, { number, symbol, date }, act.effectiveOn);
    const body = {
      number,
      symbol,
      date: dateBody(date),
      effectiveOn: act.effectiveOn,
      basis: BY_DOCUMENT_DATE,
    };
    return onPlan(act, 'issue', body);
  },
  // What is corrected is an entry about the plan: no command corrects an entry of progress.
  correctEntry: (act) => {
    const path = `/plans/${planId(act)}`;
    const body = { reason: act.reason, date: dateBody(act.date) };
    return [actStep(act, `${path}/correctEntry`, body, correctingIssue(path, body))];
  },
  recall: (act) =>
    onPlan(act, 'recall', {
      document: paperBody(act.document),
      reason: act.reason,
      effectiveOn: act.on,
      basis: BY_DOCUMENT_DATE,
    }),
  acknowledgeRecall: (act) => onPlan(act, 'acknowledgeRecall', { note: act.text }),
  draftAmendment: (act, from) => propose(act, act, from),
  // What was decided on paper is entered by who keeps the registers, as one act.
  recordIssuedAmendment: (act, from) => {
    const body = {
      document: paperBody(act),
      reason: act.reason,
      changes: changesOf(act, act, from),
      effectiveOn: act.effectiveOn,
      basis: BY_DOCUMENT_DATE,
    };
    return onPlan(act, 'recordAmendment', body);
  },
};

const planId = (act: ActFact & { readonly plan?: string }): string =>
  demoId(tenantOf(act), 'plan', act.plan ?? '');
const amendmentId = (act: ActFact, key: string): string => demoId(tenantOf(act), 'amendment', key);

function onPlan(act: ActFact & { readonly plan?: string }, command: string, body: unknown): Step[] {
  const path = `/plans/${planId(act)}`;
  return [actStep(act, `${path}/${command}`, body, atRevision(path))];
}

function planOf(key: string, { facts }: Sources): PlanFact {
  const plan = facts.plans.find((one) => one.key === key);
  if (!plan) throw new Error(`no example plan ${key}`);
  return plan;
}

/** The plan's content; `without` leaves out fields that its first draft lacked. */
function contentOf(
  act: ActFact & { readonly plan: string },
  from: Sources,
  without: Readonly<Record<string, readonly string[]>> = {},
): unknown {
  const plan = planOf(act.plan, from);
  const items = plan.items.map((item) => {
    const fields = Object.entries(item).filter(([field]) => !without[item.key]?.includes(field));
    return Object.fromEntries(fields) as unknown as typeof item;
  });
  return planContentBody({ ...plan, items }, from.agreements, from.namesOf(plan.tenant));
}

function signerOf(act: ActFact & { readonly capacity: string }): unknown {
  const name = demoFile<AccountFact[]>('accounts').find(({ account }) => account === act.actor)?.name;
  return signerBody({ ...(name ? { name } : {}), title: 'VÍ DỤ: Chủ tịch', capacity: act.capacity });
}

/** Number, symbol and date that the clerk gave to the plan or amendment. */
function numberOf(act: ActOf<'issue'>, { facts }: Sources): PaperFact {
  const found = facts.acts.find(
    (one): one is ActOf<'assignNumber'> =>
      one.act === 'assignNumber' && one.plan === act.plan && one.amendment === act.amendment,
  );
  if (!found) throw new Error(`no number for act ${act.no}`);
  return found;
}

function propose(act: ActFact, amendment: AmendmentFact, from: Sources): Step[] {
  const { plan, reason } = amendment;
  const id = amendmentId(act, amendment.amendment);
  const planned = demoId(tenantOf(act), 'plan', plan);
  const body = { id, planId: planned, reason, changes: changesOf(act, amendment, from) };
  return [actStep(act, '/amendments', body, undefined, ' propose')];
}

/** All fields of an item in one change. */
function changesOf(act: ActFact, { plan, changes }: AmendmentFact, from: Sources): unknown[] {
  const tenant = tenantOf(act);
  const names = from.namesOf(tenant);
  const valueOf = ({ to }: ChangeFact): unknown => {
    if (typeof to === 'string') return to;
    const orgs = to.map((org) => ({ printed: names.get(org) ?? org, org }));
    return agencies(tenant, orgs);
  };
  return [...new Set(changes.map(({ item }) => item))].map((item) => ({
    op: 'setItem',
    itemId: demoId(tenant, `${plan} item`, item),
    fields: Object.fromEntries(
      changes.filter((one) => one.item === item).map((one) => [one.field, valueOf(one)]),
    ),
  }));
}

/** The plan that an amendment is of. */
function planAmendedBy(act: ActFact, key: string, { facts }: Sources): string {
  const found = facts.acts.find(
    (one): one is ActOf<'draftAmendment'> => one.act === 'draftAmendment' && one.amendment === key,
  );
  return demoId(tenantOf(act), 'plan', found?.plan ?? '');
}

function onAmendment(act: ActFact, key: string, from: Sources, command: string, body: unknown): Step[] {
  const id = amendmentId(act, key);
  const resolve = atAmendment(planAmendedBy(act, key, from), id);
  return [actStep(act, `/amendments/${id}/${command}`, body, resolve, ` ${command}`)];
}

/** Put in force by the leader, whose signature the document bears. */
function decide(act: ActFact, key: string, from: Sources, paper: PaperFact, effectiveOn: string): Step[] {
  const leader = { ...act, actor: `${tenantOf(act)}.ubnd.leader` };
  const path = `/plans/${planAmendedBy(act, key, from)}`;
  const body = {
    amendmentId: amendmentId(act, key),
    document: paperBody(paper),
    effectiveOn,
    basis: BY_DOCUMENT_DATE,
  };
  return [actStep(leader, `${path}/amend`, body, atRevision(path), ' amend')];
}
