import { agencies, cut, defined, type IdOf } from './demo-bodies.js';
import type { PlanFact, ProvisionFact } from './demo-files.js';
import type { Names } from './demo-step.js';

/** Report provisions of a plan, and the conferences that are no provision of their own. */
export function provisionBodies(plan: PlanFact, id: IdOf, names: Names): unknown[] {
  const provided = new Set(plan.reportProvisions.map(({ key }) => key));
  return [
    ...plan.reportProvisions.map((fact) => provisionBody(plan, fact, id, names)),
    ...(plan.conferences ?? [])
      .filter(({ key }) => !provided.has(key))
      .map(({ key, title, asPrinted, within, prepares }) =>
        defined({
          id: id('provision', key),
          subject: 'conference',
          text: title,
          what: cut(title, 600),
          asPrinted,
          debtors: agencies(plan.tenant, prepares),
          rule: { kind: 'onceWithin', ...within },
        }),
      ),
  ];
}

function provisionBody(plan: PlanFact, fact: ProvisionFact, id: IdOf, names: Names): unknown {
  const { group, orgs, printed } = fact.debtor;
  const debtors = (orgs ?? []).map((org) => ({ printed, org }));
  return defined({
    id: id('provision', fact.key),
    subject: fact.subject,
    text: fact.text,
    what: fact.what,
    asPrinted: fact.asPrinted,
    debtors:
      debtors.length > 0
        ? agencies(plan.tenant, debtors)
        : agencies(plan.tenant, [{ printed, ...(group ? { org: group } : {}) }]),
    openClass: debtors.length === 0,
    receiver: fact.receiver
      ? agencies(plan.tenant, [{ printed: names.get(fact.receiver) ?? fact.receiver, org: fact.receiver }])[0]
      : undefined,
    peers: fact.peers ?? false,
    rule: fact.rule,
  });
}
