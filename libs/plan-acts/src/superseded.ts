import type { PlanChange } from '@lien-ket/contracts';
import { unreachable } from '@lien-ket/kernel';
import { meet, touched } from './changes.js';
import type { PlanAct } from './plan-acts.js';

type Amendment = Extract<PlanAct, { type: 'lk.agreement.plan.amended.v1' }>;

/**
 * What an act says that it supersedes gives way to it: field by field, so that what nobody replaced still comes on its
 * day. Only where the superseding one is in force by then; one that begins later overrules by its day (docs/adr/0038).
 */
export function givingWay(acts: readonly PlanAct[], dayOf: (act: PlanAct) => string): PlanAct[] {
  const superseding = acts.filter(isAmendment).filter((act) => supersededBy(act).length > 0);
  return acts.map((act) => {
    const by = superseding.filter(
      (later) => supersededBy(later).includes(act.id) && dayOf(later) <= dayOf(act),
    );
    return by.length > 0 && isAmendment(act) ? withoutSaid(act, by) : act;
  });
}

function isAmendment(act: PlanAct): act is Amendment {
  return act.type === 'lk.agreement.plan.amended.v1';
}

/** The fold is total: stored data are as they are. */
function supersededBy({ data }: Amendment): readonly string[] {
  return (data as { supersedes?: readonly string[] }).supersedes ?? [];
}

function withoutSaid(act: Amendment, by: readonly Amendment[]): Amendment {
  const said = by.flatMap(({ data }) => data.changes).flatMap(touched);
  const changes = act.data.changes.flatMap((change) => left(change, said));
  return { ...act, data: { ...act.data, changes } };
}

/** What is left of a change when others have said what they touch. What an act brings in new stays, unless it was taken away. */
function left(change: PlanChange, said: readonly string[]): PlanChange[] {
  switch (change.op) {
    case 'setItem':
    case 'setSection':
    case 'setProvision':
    case 'setPlan':
      return leftOfFields(change, said);
    case 'addItem':
      return said.includes(`${change.item.id}/*`) ? [] : [change];
    case 'addSection':
      return said.includes(`${change.section.id}/*`) ? [] : [change];
    case 'addProvision':
      return said.includes(`${change.provision.id}/*`) ? [] : [change];
    case 'removeItem':
    case 'removeSection':
    case 'removeProvision':
    case 'move':
      return meet(touched(change), said) ? [] : [change];
  }
  return unreachable(change);
}

type Setting = Extract<PlanChange, { fields: object }>;

function leftOfFields(change: Setting, said: readonly string[]): PlanChange[] {
  const stays = (one: object): boolean =>
    !meet(touched({ ...change, clear: undefined, ...one } as Setting), said);
  const fields = Object.fromEntries(
    Object.entries(change.fields).filter(([name, value]) => stays({ fields: { [name]: value } })),
  );
  const clear = (change.clear ?? []).filter((name) => stays({ fields: {}, clear: [name] }));
  if (Object.keys(fields).length + clear.length === 0) return [];
  return [{ ...change, fields, clear: clear.length > 0 ? clear : undefined } as Setting];
}
