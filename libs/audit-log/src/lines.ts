const LINE_FEED = 10;

/** No line of a file is longer: docs/audit-format.md §7. */
export const MAX_LINE = 2 ** 26;

/** Takes a file apart into lines, piece by piece as it is read; holds no more of it than the line that is not yet whole. */
export class Lines {
  private parts: Buffer[] = [];
  private length = 0;

  /** The lines that end in this piece, without their line feed. @throws RangeError for a line that is too long */
  *take(piece: Uint8Array): Generator<Buffer> {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, from)) {
      yield this.whole(bytes.subarray(from, end));
      from = end + 1;
    }
    if (from < bytes.length) this.keep(Buffer.from(bytes.subarray(from)));
  }

  /** Whether all that was taken were whole lines. */
  get isWhole(): boolean {
    return this.parts.length === 0;
  }

  private whole(end: Buffer): Buffer {
    this.keep(end);
    const [only, ...more] = this.parts;
    const line = only && more.length === 0 ? only : Buffer.concat(this.parts);
    this.parts = [];
    this.length = 0;
    return line;
  }

  private keep(part: Buffer): void {
    this.parts.push(part);
    this.length += part.length;
    if (this.length > MAX_LINE) throw new RangeError('a line is too long');
  }
}
