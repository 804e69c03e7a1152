import type { HistoryEntry, WhyStep } from '@lien-ket/contracts';
import type { HistoryRow } from './history.rows.js';

export interface WhyQuery {
  readonly scope: 'plan' | 'item' | 'activity' | 'agreement';
  readonly id: string;
  readonly field: string;
  /** A section, item or provision of the plan. */
  readonly part?: string | undefined;
}

export interface Made {
  readonly row: HistoryRow;
  readonly before: unknown;
  readonly after: unknown;
  /** The entry left the value as it was drafted, and put it in force. */
  readonly inForce?: true;
}

/** Of a plan drafted here the document that issued it is the ground of all that it then said. */
export function withIssue(made: readonly Made[], issue: HistoryRow | null): readonly Made[] {
  if (!issue || made.some(({ row }) => row.seq === issue.seq)) return made;
  const drafted = made.filter(({ row }) => row.seq < issue.seq);
  const value = drafted.at(-1)?.after ?? null;
  if (value === null) return made;
  const put: Made = { row: issue, before: value, after: value, inForce: true };
  return [...drafted, put, ...made.slice(drafted.length)];
}

/** What an entry did to the field; a part that was added or taken out brings or takes all of its fields. */
export function madeBy(row: HistoryRow, { scope, id, field, part }: WhyQuery): Made[] {
  const partId = scope === 'item' ? id : (part ?? null);
  const change = row.changes.find((one) => one.id === partId && (one.field === field || one.field === null));
  if (!change) return [];
  const valueIn = (whole: unknown): unknown =>
    change.field === null ? ((whole as Record<string, unknown> | null)?.[field] ?? null) : whole;
  const [before, after] = [valueIn(change.before), valueIn(change.after)];
  return change.kind === 'removed' || JSON.stringify(before) !== JSON.stringify(after)
    ? [{ row, before, after }]
    : [];
}

/** The chain with what became of each step: the chain tells its field, what else an entry changed is the history's. */
export function stepsOf(made: readonly Made[], entries: readonly HistoryEntry[], today: string): WhyStep[] {
  const rows = made.map(({ row }) => row);
  const standings = rows.map((row) => standingOf(row, rows, today));
  const last = standings.findLastIndex((standing, index) => standing === 'stands' && !made[index]?.inForce);
  return entries.map((entry, index) => {
    const { before = null, after = null } = made[index] ?? {};
    const standing = standings[index] ?? 'stands';
    const superseded = standing === 'stands' && index < last;
    return {
      entry: { ...entry, changes: [] },
      before,
      after,
      standing: superseded ? 'superseded' : standing,
    };
  });
}

/** A correction that left this field as it was corrects nothing of it. */
function standingOf(row: HistoryRow, chain: readonly HistoryRow[], today: string): WhyStep['standing'] {
  if (chain.some(({ corrects }) => corrects === row.said)) return 'corrected';
  return dayOf(row, chain) > today ? 'future' : 'stands';
}

/** From when it is in force; a correction stands in the place of what it corrects, unless it corrects the day too. */
function dayOf(row: HistoryRow, chain: readonly HistoryRow[]): string {
  const day = row.changes.find(({ of, field }) => of === 'plan' && field === 'effectiveOn')?.after;
  if (row.corrects !== null && typeof day === 'string') return day;
  const corrected = chain.find(({ said }) => said === row.corrects);
  return corrected ? dayOf(corrected, chain) : (row.effectiveOn ?? row.businessDate);
}
