import { In, type EntityManager, type ObjectLiteral } from 'typeorm';
import { EVENTS, dayEvents, digestEvents, noticeEvents, shareEvents } from '@lien-ket/contracts';
import type { Recorded } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { happened, type Happened } from './happened.js';
import { NOTHING_HELD, tell, type Held } from './history.fold.js';
import { HistoryRow, HistoryStateRow } from './history.rows.js';
import { keyOfToken, lastingScopes } from './history.scopes.js';

/** Days that begin, copies for others and letters to single persons change nothing: the log's page has them. */
const SILENT: readonly string[] = [dayEvents, shareEvents, noticeEvents, digestEvents]
  .flatMap((group) => Object.values<{ readonly type: string }>(group))
  .map(({ type }) => type);

const ROWS_PER_STATEMENT = 500;

/** The log as persons read it: each event with what it changed, by whom and on what grounds. */
export const historyProjection: Projection = {
  name: 'history',
  types: EVENTS.map(({ type }) => type).filter((type) => !SILENT.includes(type)),
  tables: ['history_entry', 'history_state'],
  apply: (rows, event) => tellAll(rows, [event]),
  applyAll: tellAll,
};

async function tellAll(rows: EntityManager, events: readonly Recorded[]): Promise<void> {
  const told = events.map(happened);
  const keys = told.flatMap((one) => [keyOf(one), ...lastingScopes(one).map(keyOfToken)]);
  const found = await rows.findBy(HistoryStateRow, { id: In([...new Set(keys)]) });
  const known = new Map<string, Held>(found.map(({ id, held }) => [id, held]));
  const entries: HistoryRow[] = [];
  for (const one of told) {
    const inherited = lastingScopes(one).flatMap((token) => known.get(keyOfToken(token))?.scopes ?? []);
    const { row, held } = tell(one, known.get(keyOf(one)) ?? NOTHING_HELD, inherited);
    known.set(keyOf(one), held);
    entries.push(row);
  }
  const changed = [...new Set(told.map(keyOf))].map((id) => ({ id, held: known.get(id) ?? NOTHING_HELD }));
  await write(rows, HistoryStateRow, changed, 'id');
  await write(rows, HistoryRow, entries, 'seq');
}

async function write<Row extends ObjectLiteral>(
  rows: EntityManager,
  entity: new () => Row,
  written: readonly Row[],
  key: string,
): Promise<void> {
  for (let at = 0; at < written.length; at += ROWS_PER_STATEMENT)
    await rows.upsert<ObjectLiteral>(entity, written.slice(at, at + ROWS_PER_STATEMENT), [key]);
}

const keyOf = ({ stream, origin }: Happened): string => (origin ? `${origin.tenant}/${stream}` : stream);
