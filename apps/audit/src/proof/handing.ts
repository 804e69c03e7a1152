import { consistencyProof, formatAddCheckpoint, nodesOf, rememberingTiles } from '@lien-ket/audit-log';
import type { LogRows } from './log-rows.js';
import type { Signed } from './sealing.js';
import type { WitnessAnswer } from './witness.adapter.js';

export type Run = <T>(work: (rows: LogRows) => Promise<T>) => Promise<T>;

/** Whoever takes checkpoints as a witness does: all that it gets is one text (docs/audit-format.md §10). */
export interface Taker {
  add(body: string): Promise<WitnessAnswer>;
}

export interface Handing {
  readonly sealed: Signed;
  readonly to: Taker;
  readonly run: Run;
}

const SIZE = /^(0|[1-9]\d{0,15})\n$/;

/** The size that somebody says it knows, who answered 409; else NaN. */
export function sizeKnown({ status, body }: WitnessAnswer): number {
  return status === 409 ? Number(SIZE.exec(body)?.[1] ?? NaN) : NaN;
}

/** Hands a checkpoint over from the size that we know of, and when they know another, once more from there. */
export async function handed(handing: Handing, oldSize: number): Promise<WitnessAnswer> {
  const { sealed, to } = handing;
  const first = await to.add(await request(handing, oldSize));
  const theirs = sizeKnown(first);
  const again = theirs <= sealed.checkpoint.size && theirs !== oldSize;
  return again ? to.add(await request(handing, theirs)) : first;
}

async function request({ sealed: { checkpoint, note }, run }: Handing, oldSize: number): Promise<string> {
  const proof = await run((rows) =>
    consistencyProof(nodesOf(rememberingTiles(rows.tiles)), oldSize, checkpoint.size),
  );
  return formatAddCheckpoint({ oldSize, proof, note });
}
