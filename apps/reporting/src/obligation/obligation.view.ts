import { daysBetween } from '@lien-ket/kernel';
import { lateness } from '@lien-ket/calendar';
import type { ObligationView, ReportSource } from '@lien-ket/contracts';
import type { ObligationRow } from './obligation.rows.js';
import { isOwed } from './obligation.rules.js';
import type { Viewer } from './viewer.js';

type Signal = ObligationView['signal'];

/** A row as a person sees it on a business day. The debtor's draft is its own, and the auditor's. */
export function viewOf(row: ObligationRow, day: string, viewer: Viewer): ObligationView | undefined {
  const { id, revision, state, fold } = row;
  const { opened, debtorId, dueOn, versions, extension, waived, urgings } = fold;
  if (!opened) return undefined;
  const runs = isOwed(state) && !row.historic && dueOn !== null;
  return {
    ...opened,
    id,
    revision,
    state,
    debtorId,
    dueOn,
    firstDueOn: opened.dueOn ?? null,
    signal: signalOf(row, day),
    daysLeft: runs ? daysBetween(day, dueOn) : null,
    daysLateAtSending: latenessOf(row),
    draft: viewer.auditor || viewer.own.includes(debtorId) ? fold.draft : null,
    // Between tenants lateness is never spoken of.
    versions: row.originTenant ? versions.map((one) => ({ ...one, daysLate: 0 })) : versions,
    extension,
    waived,
    urgings,
    origin:
      row.originTenant && row.receivedAt
        ? { tenant: row.originTenant, receivedAt: row.receivedAt.toISOString() }
        : null,
  };
}

/** Derived for the day, never stored. History is never overdue: no information is not lateness. */
function signalOf({ state, historic, dueOn }: ObligationRow, day: string): Signal {
  if (state === 'unknownOutcome') return 'noInformation';
  if (historic || !isOwed(state) || dueOn === null) return 'none';
  const { kind } = lateness(dueOn, day);
  return kind === 'notDue' ? 'none' : kind;
}

/** The latest of its sendings that was not retracted: a sending back does not wash lateness away. */
function latenessOf({ historic, fold }: ObligationRow): number | null {
  const sent = fold.versions.filter(({ state }) => state !== 'retracted');
  return historic || sent.length === 0 ? null : Math.max(...sent.map(({ daysLate }) => daysLate));
}

type Period = ReportSource['period'];

/** A row as something to compile from; undefined when it is about another time. */
export function sourceOf(row: ObligationRow, period: Period): ReportSource | undefined {
  const { id, debtorId, state, example, fold } = row;
  if (!fold.opened || !sameTime(fold.opened.period, period)) return undefined;
  const counting = ['accepted', 'received', 'sent'].flatMap(
    (wanted) => fold.versions.findLast((one) => one.state === wanted) ?? [],
  )[0];
  return {
    obligationId: id,
    debtorId,
    period: fold.opened.period,
    state,
    version: counting?.version ?? null,
    report: counting?.report ?? null,
    example,
  };
}

/** Periods that share a day; where one has no dates, those of the same year by their keys ("2023", "2023-Q4"). */
function sameTime(a: Period, b: Period): boolean {
  if (a.from && a.to && b.from && b.to) return a.from <= b.to && b.from <= a.to;
  return a.key.slice(0, 4) === b.key.slice(0, 4);
}
