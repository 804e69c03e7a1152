/** Where a record stands in the whole log; the real server's are places in its file, so they have holes. */
export interface DoublePosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

export interface DoubleProposal {
  readonly id: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly data: Uint8Array;
  readonly customMetadata: Uint8Array;
}

export interface DoubleRecord extends DoubleProposal {
  readonly stream: string;
  readonly revision: number;
  readonly position: DoublePosition;
  readonly createdMs: number;
}

export type DoubleOutcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: DoublePosition }
  | { readonly kind: 'wrong'; readonly current: number };

const NONE = -1;

/**
 * What a KurrentDB keeps on its disk, by the rules of its index writer; it outlives the server in front of it. An append
 * whose ids all stand where they are expected is answered as written; that answer may be forgotten (`forgetIds`), since
 * only an explicit revision is promised to be idempotent and not every road there has been read.
 */
export class DoubleLog {
  readonly records: DoubleRecord[] = [];
  private readonly streams = new Map<string, DoubleRecord[]>();
  private readonly remembered = new Set<string>();
  private end = 0n;

  constructor(
    private readonly now: () => number,
    private readonly newId: () => string,
  ) {}

  stream(name: string): readonly DoubleRecord[] {
    return this.streams.get(name) ?? [];
  }

  forgetIds(): void {
    this.remembered.clear();
  }

  append(stream: string, proposals: readonly DoubleProposal[], expected: number): DoubleOutcome {
    const there = this.stream(stream);
    const current = there.length - 1;
    if (expected === current) return this.write(stream, proposals);
    const same = proposals.every(({ id }, index) => {
      const record = there[expected + 1 + index];
      return record?.id === id && this.remembered.has(id);
    });
    const last = there[expected + proposals.length];
    if (expected > current || !same || !last) return { kind: 'wrong', current };
    return { kind: 'written', revision: last.revision, position: last.position };
  }

  /** What the server writes for itself: statistics, metadata, epochs. */
  appendSystem(stream: string, type: string): void {
    const metadata = new Map([
      ['type', type],
      ['content-type', 'application/json'],
    ]);
    const data = Buffer.from('{}');
    this.write(stream, [{ id: this.newId(), metadata, data, customMetadata: Buffer.alloc(0) }]);
  }

  private write(stream: string, proposals: readonly DoubleProposal[]): DoubleOutcome {
    const records = this.streams.get(stream) ?? [];
    this.streams.set(stream, records);
    let position = { commit: 0n, prepare: 0n };
    for (const proposal of proposals) {
      this.end += BigInt(97 + proposal.data.length + proposal.customMetadata.length);
      position = { commit: this.end, prepare: this.end };
      const record = { ...proposal, stream, revision: records.length, position, createdMs: this.now() };
      records.push(record);
      this.records.push(record);
      this.remembered.add(proposal.id);
    }
    return { kind: 'written', revision: records.length + NONE, position };
  }
}
