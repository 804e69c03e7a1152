import {
  TileAppender,
  checkpointLeaf,
  considerCheckpoint,
  inclusionProof,
  leafHash,
  nodesOf,
  ownNote,
  parseAddCheckpoint,
  parseCheckpoint,
  parseNote,
  rememberingTiles,
  streamHash,
  type Checkpoint,
  type VerifierKey,
} from '@lien-ket/audit-log';
import type { AuditLogsView, LoggedCheckpointView } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import { contextOfTenant } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';
import type { ServiceLogger } from '@lien-ket/telemetry';
import type { Cosigning } from './cosigning.js';
import type { LogKeyFiles } from './log-keys.adapter.js';
import type { LogsPort, ShownLog } from './logs-port.js';
import { LogRows, type Sql } from './log-rows.js';
import { beginAgain } from './overtaken.js';
import { sealed, type Signed } from './sealing.js';
import type { WitnessAnswer } from './witness.adapter.js';
import { HUB } from './witnesses.adapter.js';

/** Of the advisory lock in the hub's database: one writer, whatever process it runs in. */
const LOCK = 'SELECT pg_advisory_xact_lock(6964)';
const TABLES = 'logs_';

interface Given extends Checkpoint {
  readonly text: string;
  /** The note under the log's signature alone. */
  readonly note: string;
}

interface Entry {
  readonly index: number;
  readonly text: string;
}

interface LoggedRow {
  readonly origin: string;
  readonly size: string;
  readonly note: string;
}

const loggedView = ({ origin, size, note }: LoggedRow): LoggedCheckpointView => {
  return { origin, size: Number(size), checkpoint: note };
};

/** What makes a log of logs one: its database and key, whose logs it takes, and who witnesses it. */
export interface LogOfLogsParts {
  readonly runtime: Pick<Runtime, 'db' | 'clock'>;
  readonly keys: LogKeyFiles;
  readonly keyOf: (origin: string) => VerifierKey | undefined;
  readonly cosigning: Pick<Cosigning, 'cosigned'>;
  readonly logger: Pick<ServiceLogger, 'error'>;
}

/**
 * The hub's log of the checkpoints of all logs: docs/audit-format.md §11. It gets what a witness gets, one text, and reads
 * nobody's database but the hub's. What shows another history than it took before is refused, kept and named.
 */
export class LogOfLogs implements LogsPort {
  constructor(private readonly parts: LogOfLogsParts) {}

  /** As a witness, but that it answers 200 with the number of the leaf. */
  async add(body: string): Promise<WitnessAnswer> {
    const given = givenIn(body);
    if (!given) return { status: 400, body: '' };
    const answer = await this.parts.runtime.db.transaction(this.hub, async (sql) => {
      await sql.query(LOCK);
      return this.considered(sql, given, body);
    });
    if (answer.isNews) this.parts.logger.error('checkpoint.forked', { log: given.origin, size: given.size });
    return { status: answer.status, body: answer.body };
  }

  async signed(): Promise<Signed | undefined> {
    const { runtime, keys, cosigning } = this.parts;
    const { signed } = await beginAgain(async () => {
      const ours = await runtime.db.transaction(this.hub, async (sql) => {
        await sql.query(LOCK);
        return sealed(new LogRows(sql, TABLES), keys, HUB);
      });
      return ours ? cosigning.cosigned(this.hub, ours) : { signed: undefined, overtaken: false };
    });
    return signed;
  }

  proofOf(index: number, size: number): Promise<Buffer[]> {
    return this.parts.runtime.db.use(this.hub, (sql) =>
      inclusionProof(nodesOf(rememberingTiles(new LogRows(sql, TABLES).tiles)), index, size),
    );
  }

  async standing({ origin }: Partial<ShownLog> = {}): Promise<AuditLogsView> {
    const signed = await this.signed();
    const [taken, refused] = await this.parts.runtime.db.use(this.hub, async (sql) => [
      await sql.query<LoggedRow[]>(
        `SELECT DISTINCT ON (origin) origin, size, note FROM logs_entry WHERE origin = coalesce($1, origin)
          ORDER BY origin, size DESC`,
        [origin ?? null],
      ),
      await sql.query<LoggedRow[]>(
        'SELECT origin, size, note FROM logs_refused WHERE origin = coalesce($1, origin) ORDER BY origin, size, note',
        [origin ?? null],
      ),
    ]);
    return {
      checkpoint: signed?.note ?? null,
      taken: taken.map(loggedView),
      refused: refused.map(loggedView),
    };
  }

  private get hub(): Context {
    return contextOfTenant(HUB, this.parts.runtime.clock);
  }

  private async considered(
    sql: Sql,
    given: Given,
    body: string,
  ): Promise<WitnessAnswer & { readonly isNews: boolean }> {
    const last = await entryOf(sql, given.origin);
    const { keyOf } = this.parts;
    const considered = considerCheckpoint(body, { keyOf, lastOf: () => last?.text });
    const { status } = considered;
    if (status === 200) {
      const index = last?.text === given.text ? last.index : await append(sql, given);
      return { status, body: `${index}\n`, isNews: false };
    }
    const isForked = status === 422 || (status === 409 && (await differs(sql, given)));
    const isNews = isForked && (await refuse(sql, given));
    return { status, body: status === 409 ? `${considered.size}\n` : '', isNews };
  }
}

function givenIn(body: string): Given | undefined {
  const note = parseNote(parseAddCheckpoint(body)?.note ?? '');
  const checkpoint = note && parseCheckpoint(note.text);
  const own = checkpoint && ownNote(note, checkpoint.origin);
  return own === undefined || !note || !checkpoint
    ? undefined
    : { ...checkpoint, text: note.text, note: own };
}

/** The last entry of a log, or the one of a size. */
async function entryOf(sql: Sql, origin: string, size?: number): Promise<Entry | undefined> {
  const [row] = await sql.query<{ index: string; note: string }[]>(
    `SELECT index, note FROM logs_entry WHERE origin = $1 AND size = coalesce($2, size) ORDER BY size DESC LIMIT 1`,
    [origin, size ?? null],
  );
  return row && { index: Number(row.index), text: parseNote(row.note)?.text ?? '' };
}

/** Whether something else was taken of this size before: that the log is only late is no fork. */
async function differs(sql: Sql, { origin, size, text }: Given): Promise<boolean> {
  const same = await entryOf(sql, origin, size);
  return same !== undefined && same.text !== text;
}

async function append(sql: Sql, { origin, size, note }: Given): Promise<number> {
  const rows = new LogRows(sql, TABLES);
  const index = await rows.size();
  const hash = leafHash(checkpointLeaf(note));
  const stream = streamHash(origin);
  const heads = await rows.heads([stream]);
  const appender = await TileAppender.at(index, rows.tiles);
  appender.append(hash);
  await sql.query('INSERT INTO logs_entry (index, origin, size, note) VALUES ($1, $2, $3, $4)', [
    index,
    origin,
    size,
    note,
  ]);
  await rows.putTiles(appender.take());
  const revision = (heads.get(stream.toString('hex'))?.revision ?? -1) + 1;
  await rows.putHeads([{ stream, revision, leaf: hash }]);
  return index;
}

/**
 * With the log's signature it proves by itself, beside what was taken before, that the log has two histories.
 * @returns whether it was not kept already: who is refused asks again
 */
async function refuse(sql: Sql, { origin, size, note }: Given): Promise<boolean> {
  const kept = await sql.query<unknown[]>(
    'INSERT INTO logs_refused (origin, size, note) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
    [origin, size, note],
  );
  return kept.length > 0;
}
