import { parseBundle } from './bundle.js';
import { faultsOfContents } from './contents.js';
import { Lines } from './lines.js';
import { LOG_START } from './log-file.js';
import { faultsOfPage, type Fold } from './pages.js';
import { faultsOfKeys } from './person-keys.js';
import { LogVerification, UNREADABLE, Vouching, type Verification } from './verification.js';

/** A file as it is read, piece by piece; pieces are not written to again. */
export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Verifies a bundle against a policy that came another way; without one the verdict is at best CANNOT-DECIDE.
 * @param fold without it the page in the bundle is not looked at
 */
export function verifyBundle(file: Uint8Array, policyText: string | undefined, fold?: Fold): Verification {
  if (isInLines(file)) return verifyLines(file, policyText);
  const bundle = parseBundle(file);
  const vouching = bundle && Vouching.of(bundle, policyText);
  if (!bundle || !vouching) return UNREADABLE;
  const ofContents = faultsOfContents(bundle, vouching.checkpoint);
  // Of events that are not all there, or not genuine, nothing can be made that a page could be compared with.
  const folds = ofContents.length === 0 && bundle.page !== undefined ? fold : undefined;
  const faults = [...ofContents, ...(folds ? faultsOfPage(bundle, folds) : []), ...faultsOfKeys(bundle)];
  return vouching.verification(faults, {
    scope: bundle.scope,
    events: bundle.events.length,
    streams: bundle.streams.map(({ stream }) => stream),
    folded: folds !== undefined,
  });
}

/** The same of a file that is read meanwhile: of a whole log in lines, no more is held than a line and its streams. */
export async function verifyPieces(
  pieces: Pieces,
  policyText: string | undefined,
  fold?: Fold,
): Promise<Verification> {
  const lines = new Lines();
  const log = new LogVerification(policyText);
  const start: Uint8Array[] = [];
  let isLog: boolean | undefined;
  for await (const piece of pieces) {
    if (isLog === true) takePiece(lines, log, piece);
    else start.push(piece);
    if (isLog !== undefined || lengthOf(start) < LOG_START.length) continue;
    isLog = isInLines(Buffer.concat(start));
    if (isLog) for (const first of start.splice(0)) takePiece(lines, log, first);
  }
  return isLog === true ? log.end(lines.isWhole) : verifyBundle(Buffer.concat(start), policyText, fold);
}

function isInLines(start: Uint8Array): boolean {
  const { length } = LOG_START;
  return (
    Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1', 0, length) === LOG_START
  );
}

function verifyLines(file: Uint8Array, policyText: string | undefined): Verification {
  const lines = new Lines();
  const log = new LogVerification(policyText);
  takePiece(lines, log, file);
  return log.end(lines.isWhole);
}

function takePiece(lines: Lines, log: LogVerification, piece: Uint8Array): void {
  if (log.isUnreadable) return;
  try {
    for (const line of lines.take(piece)) log.take(line);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log.isUnreadable = true;
  }
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}
