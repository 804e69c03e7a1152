import { demoId } from './demo-bodies.js';
import type { ActFact, PaperFact, ReportedFact } from './demo-example-facts.js';
import { post, type Resolve, type Step } from './demo-step.js';

interface Page<T> {
  readonly items: readonly T[];
}
interface Obligation {
  readonly id: string;
  readonly revision: number;
  readonly provisionId?: string;
  readonly debtorId: string;
  readonly period: { readonly key: string };
}

/** One command of an act; `part` tells the commands of one act apart. */
export function actStep(act: ActFact, path: string, body: unknown, resolve?: Resolve, part = ''): Step {
  const tenant = tenantOf(act);
  const account = act.actor.slice(tenant.length + 1);
  return post(tenant, account, path, `example ${act.no}${part}`, JSON.parse(JSON.stringify(body)), {
    on: act.on,
    alone: true,
    ...(resolve ? { resolve } : {}),
  });
}

export const tenantOf = ({ actor }: { readonly actor: string }): string => actor.split('.')[0] ?? '';

/** At the revision at which the sender sees the thing. */
export function atRevision(path: string): Resolve {
  return async (get) => ({ revision: ((await get(path)) as { revision: number }).revision });
}

export function atAmendment(planId: string, id: string): Resolve {
  return async (get) => {
    const { items } = (await get(`/plans/${planId}/amendments`)) as Page<{ id: string; revision: number }>;
    const found = items.find((one) => one.id === id);
    if (!found) throw new Error(`no amendment ${id}`);
    return { revision: found.revision };
  };
}

/** The obligation of a provision, period and debtor, which the platform opened by itself. */
export function atObligation(
  tenant: string,
  { plan, provision, period }: ReportedFact,
  debtor: string,
  command: string,
): Resolve {
  const provisionId = demoId(tenant, `${plan} provision`, provision);
  const debtorId = demoId(tenant, 'organisation', debtor);
  return async (get) => {
    const query = `planId=${demoId(tenant, 'plan', plan)}&organisationId=${debtorId}`;
    const { items } = (await get(`/obligations?${query}`)) as Page<Obligation>;
    const found = items.find(
      (one) => one.provisionId === provisionId && one.debtorId === debtorId && one.period.key === period,
    );
    if (!found) throw new Error(`no obligation ${plan} ${provision} ${period} of ${debtor}`);
    return { path: `/obligations/${found.id}/${command}`, revision: found.revision };
  };
}

/** A correction names the act that it takes the place of: the issue of the plan. */
export function correctingIssue(path: string, body: Readonly<Record<string, unknown>>): Resolve {
  return async (get) => {
    const { revision, acts } = (await get(path)) as {
      revision: number;
      acts: readonly { eventId: string; type: string }[];
    };
    const corrects = acts.find(({ type }) => type === 'lk.agreement.plan.issued.v1')?.eventId;
    return { revision, body: { ...body, corrects } };
  };
}

/** A decision names the comment that it is about: the last one given. */
export function decidingLastComment(path: string, body: Readonly<Record<string, unknown>>): Resolve {
  return async (get) => {
    const { revision, consultation } = (await get(path)) as {
      revision: number;
      consultation: { readonly comments: readonly { readonly id: string }[] } | null;
    };
    return { revision, body: { ...body, comment: consultation?.comments.at(-1)?.id } };
  };
}

export function paperBody({ number, symbol, date }: PaperFact): unknown {
  return { number, symbol, date: dateBody(date) };
}

export function dateBody(date: string): unknown {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}
