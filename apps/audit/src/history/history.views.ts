import type { HistoryEntry, HistoryLink } from '@lien-ket/contracts';
import type { HistoryRow } from './history.rows.js';

/** Changes of one entry that a list shows: an issue brings hundreds. */
const SHOWN = 40;
/** Entries that one entry caused, as far as it lists them. */
const CAUSED = 20;

export type Tied = Pick<
  HistoryRow,
  'seq' | 'event' | 'type' | 'kind' | 'record' | 'label' | 'causation' | 'corrects'
>;

/** What stands beside the rows of a page. */
export interface Beside {
  readonly tied: readonly Tied[];
  /** Names by id. */
  readonly organisations: ReadonlyMap<string, string>;
  /** All changes of each entry, or the first of them. */
  readonly whole: boolean;
}

/** A row as an answer, tied to the others. */
export function entryOf(row: HistoryRow, { tied, organisations, whole }: Beside): HistoryEntry {
  const { seq, said: eventId, type, label, origin, recordedAt, businessDate, effectiveOn } = row;
  const { grounds: kind, document, reason, groundRecord, corrects, changes, actor } = row;
  const told = { seq, eventId, type, label, origin, recordedAt, businessDate, effectiveOn, corrects };
  const linkTo = (found: Tied | undefined): HistoryLink | null => (found ? linkOf(found) : null);
  return {
    ...told,
    record: { kind: row.kind, id: row.record },
    actor: { ...actor, organisation: organisations.get(actor.organisationId ?? '') ?? null },
    grounds: { kind, document, reason, record: groundRecord },
    correctedBy: linkTo(tied.findLast((one) => one.corrects === eventId)),
    changes: whole ? changes : changes.slice(0, SHOWN),
    changed: changes.length,
    causedBy: linkTo(tied.find(({ event }) => event === row.causation)),
    caused: tied
      .filter(({ causation }) => causation === row.event)
      .slice(0, CAUSED)
      .map(linkOf),
  };
}

function linkOf({ seq, type, kind, record, label }: Tied): HistoryLink {
  return { seq, type, record: { kind, id: record }, label };
}
