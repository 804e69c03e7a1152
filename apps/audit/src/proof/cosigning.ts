import {
  consistencyProof,
  formatAddCheckpoint,
  formatSignature,
  isSigned,
  nodesOf,
  parseNote,
  parseSignature,
  rememberingTiles,
  type SignatureLine,
} from '@lien-ket/audit-log';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { describeError, type ServiceLogger } from '@lien-ket/telemetry';
import { tilesOf } from './leaves.js';
import type { Signed } from './sequencer.js';
import type { WitnessPort } from './witnesses.adapter.js';

const SIZE = /^(0|[1-9]\d{0,15})\n$/;

/** Brings checkpoints to the witnesses of a log and keeps what they sign. A witness that is away holds nothing up. */
export class Cosigning {
  constructor(
    private readonly runtime: Pick<Runtime, 'db'>,
    private readonly witnessesOf: (tenant: string) => readonly WitnessPort[],
    private readonly logger: Pick<ServiceLogger, 'warn'>,
  ) {}

  /** The checkpoint under everything that its witnesses sign; without any it is unwitnessed, and its note says so by that. */
  async cosigned<S extends Signed>(ctx: Context, sealed: S): Promise<S> {
    const lines = await Promise.all(
      this.witnessesOf(ctx.tenantId).map((witness) => this.lineOf(ctx, sealed, witness)),
    );
    return { ...sealed, note: `${sealed.note}${lines.join('')}` };
  }

  private async lineOf(ctx: Context, { checkpoint, note }: Signed, witness: WitnessPort): Promise<string> {
    const { name } = witness.key;
    const known = await this.kept(ctx, name);
    const current = known.get(checkpoint.size);
    if (current !== undefined) return current;
    try {
      const line = await this.asked(
        ctx,
        { size: checkpoint.size, note },
        witness,
        Math.max(0, ...known.keys()),
      );
      if (line === undefined) return '';
      await this.runtime.db.use(ctx, (sql) =>
        sql.query('INSERT INTO cosignature (size, name, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
          checkpoint.size,
          name,
          line,
        ]),
      );
      return line;
    } catch (error) {
      this.logger.warn('witness.away', { tenant: ctx.tenantId, witness: name, ...describeError(error) });
      return '';
    }
  }

  /** Asks from the size that we know of, and when the witness knows another, once more from there. */
  private async asked(
    ctx: Context,
    next: { readonly size: number; readonly note: string },
    witness: WitnessPort,
    oldSize: number,
  ): Promise<string | undefined> {
    const first = await witness.add(await this.request(ctx, next, oldSize));
    const theirs = first.status === 409 ? Number(SIZE.exec(first.body)?.[1] ?? NaN) : NaN;
    const again = theirs <= next.size && theirs !== oldSize;
    const answer = again ? await witness.add(await this.request(ctx, next, theirs)) : first;
    if (answer.status !== 200) throw new Error(`the witness answered ${answer.status}`);
    return signedLine(answer.body, next.note, witness);
  }

  private async request(
    ctx: Context,
    { size, note }: { readonly size: number; readonly note: string },
    oldSize: number,
  ): Promise<string> {
    const proof = await this.runtime.db.use(ctx, (sql) =>
      consistencyProof(nodesOf(rememberingTiles(tilesOf(sql))), oldSize, size),
    );
    return formatAddCheckpoint({ oldSize, proof, note });
  }

  private async kept(ctx: Context, name: string): Promise<Map<number, string>> {
    const rows = await this.runtime.db.use(ctx, (sql) =>
      sql.query<{ size: string; line: string }[]>(
        'SELECT size, line FROM cosignature WHERE name = $1 ORDER BY size DESC LIMIT 1',
        [name],
      ),
    );
    return new Map(rows.map(({ size, line }) => [Number(size), line]));
  }
}

/** The first line that is a valid signature of the witness: it may know more of its own keys than we do. */
function signedLine(body: string, note: string, { key }: WitnessPort): string | undefined {
  const text = parseNote(note)?.text ?? '';
  const lines = body.split('\n').map(parseSignature);
  const valid = lines.find((line): line is SignatureLine => line !== undefined && isSigned(text, line, key));
  if (!valid) throw new Error('the witness signed something else');
  return formatSignature(valid);
}
