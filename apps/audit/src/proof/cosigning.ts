import {
  formatSignature,
  isSigned,
  parseNote,
  parseSignature,
  type SignatureLine,
} from '@lien-ket/audit-log';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { LogRows, type Sql, type Tables } from './log-rows.js';
import type { Signed } from './sealing.js';
import { handed, type Run } from './handing.js';
import type { WitnessPort } from './witnesses.adapter.js';

/** Of the advisory lock, beside the sequencer's own. */
const LOCK = 'SELECT pg_advisory_xact_lock(6963)';

/** Of a witness that signed a longer log meanwhile, and can't sign this one any more. */
const OVERTAKEN = 'overtaken';
const AWAY = '';
/** A signature line, or why there is none. */
type Line = string;

export interface Cosigned<S extends Signed> {
  readonly signed: S;
  /** A witness is missing only because it has signed a longer log meanwhile. */
  readonly overtaken: boolean;
}

interface Asking {
  readonly ctx: Context;
  readonly sealed: Signed;
  readonly witness: WitnessPort;
  readonly run: Run;
}

/** Brings checkpoints to the witnesses of a log and keeps what they sign. A witness that is away holds nothing up. */
export class Cosigning {
  constructor(
    private readonly runtime: Pick<Runtime, 'db'>,
    private readonly witnessesOf: (tenant: string) => readonly WitnessPort[],
    private readonly logger: Pick<ServiceLogger, 'warn'>,
    private readonly tables: Tables = '',
  ) {}

  /** The checkpoint under everything that its witnesses sign; without any it is unwitnessed, and its note says so by that. */
  async cosigned<S extends Signed>(ctx: Context, sealed: S): Promise<Cosigned<S>> {
    const witnesses = this.witnessesOf(ctx.tenantId);
    const outside = witnesses.filter(({ isInside }) => !isInside);
    const answers = await Promise.all([
      this.inside(ctx, sealed, witnesses),
      ...outside.map((witness) => this.lineOf({ ctx, sealed, witness, run: this.runOf(ctx) })),
    ]);
    const lines = answers.flat();
    const note = [sealed.note, ...lines.filter((line) => line !== OVERTAKEN)].join('');
    return { signed: { ...sealed, note }, overtaken: lines.includes(OVERTAKEN) };
  }

  /** One after the other, and in one process at a time: what they keep lies in files that processes may share. */
  private async inside(ctx: Context, sealed: Signed, witnesses: readonly WitnessPort[]): Promise<Line[]> {
    const inside = witnesses.filter(({ isInside }) => isInside);
    if (inside.length === 0) return [];
    return this.runtime.db.transaction(ctx, async (sql) => {
      await sql.query(LOCK);
      const lines: Line[] = [];
      for (const witness of inside)
        lines.push(await this.lineOf({ ctx, sealed, witness, run: (work) => work(this.rows(sql)) }));
      return lines;
    });
  }

  /** A connection for each step: nobody holds one while a witness far away takes its time. */
  private runOf(ctx: Context): Run {
    return (work) => this.runtime.db.use(ctx, (sql) => work(this.rows(sql)));
  }

  private rows(sql: Sql): LogRows {
    return new LogRows(sql, this.tables);
  }

  private async lineOf(asking: Asking): Promise<Line> {
    const { ctx, sealed, witness, run } = asking;
    const { name } = witness.key;
    const { size } = sealed.checkpoint;
    const known = await run((rows) => rows.cosigned(name, size));
    if (known?.size === size) return known.line;
    if (known && known.size > size) return OVERTAKEN;
    try {
      const line = await asked(asking, known?.size ?? 0);
      await run((rows) => rows.keepCosigned(name, size, line));
      return line;
    } catch (error) {
      this.logger.warn('witness.away', { tenant: ctx.tenantId, witness: name, ...describeError(error) });
      return AWAY;
    }
  }
}

async function asked({ sealed, witness, run }: Asking, oldSize: number): Promise<string> {
  const answer = await handed({ sealed, to: witness, run }, oldSize);
  if (answer.status !== 200) throw new Error(`the witness answered ${answer.status}`);
  return signedLine(answer.body, sealed.note, witness);
}

/** The first line that is a valid signature of the witness: it may know more of its own keys than we do. */
function signedLine(body: string, note: string, { key }: WitnessPort): string {
  const text = parseNote(note)?.text ?? '';
  const lines = body.split('\n').map(parseSignature);
  const valid = lines.find((line): line is SignatureLine => line !== undefined && isSigned(text, line, key));
  if (!valid) throw new Error('the witness signed something else');
  return formatSignature(valid);
}
