/**
 * What is stored beside the data in KurrentDB: our own time, which attempt wrote it, and then the header's bytes as they
 * are. The server's `created` is neither ours to keep when a log moves nor whole when it is read (it is cut to seconds).
 * The first line can't begin a JSON text, so the client hands the bytes back unparsed.
 */
export interface Stamp {
  readonly recordedAt: string;
  /** Tells an append that is written now from an earlier one with the same ids: its answer is `repeated`. */
  readonly attempt: string;
}

const LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8})\n$/;
const LINE_BYTES = 34;

/** A plain Uint8Array: the client would take a Buffer for an object and serialise it. */
export function stamped({ recordedAt, attempt }: Stamp, header: Buffer): Uint8Array {
  const line = `${recordedAt} ${attempt}\n`;
  if (!LINE.test(line)) throw new Error(`not a stamp: ${line}`);
  return Uint8Array.from(Buffer.concat([Buffer.from(line), header]));
}

/** @throws Error for metadata that this driver did not write */
export function unstamped(metadata: Uint8Array): Stamp & { readonly header: Buffer } {
  const bytes = Buffer.from(metadata.buffer, metadata.byteOffset, metadata.byteLength);
  const [, recordedAt, attempt] = LINE.exec(bytes.toString('latin1', 0, LINE_BYTES)) ?? [];
  if (recordedAt === undefined || attempt === undefined)
    throw new Error('an event whose metadata carries no stamp: somebody else wrote it');
  return { recordedAt, attempt, header: bytes.subarray(LINE_BYTES) };
}
