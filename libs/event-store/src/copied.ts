import type { EventHeader, StreamName, TenantId } from '@lien-ket/kernel';
import type { StoredBytes } from '@lien-ket/kernel';
import type { StoredEvent } from './port.js';

/** Columns in the order in which the decoder reads them: those of fixed length first. */
export const COPIED = 'seq, revision, recorded_at, id, stream, type, header, data';

/** Instants are microseconds since 2000-01-01. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
/** Places within a row: number of fields (2), then per field its length (4) and its bytes. */
const AT = { seq: 6, revision: 18, recordedAt: 26, id: 38, stream: 54 } as const;
/** Signature (11), flags (4), length of the extension (4). */
const PREAMBLE_BYTES = 19;
const END = -1;

/** An event that lies in the bytes of COPY. What is parsed, is parsed when it is first asked for. */
class CopiedEvent implements StoredEvent {
  readonly seq: number;
  readonly stream: StreamName;
  readonly revision: number;
  readonly type: string;
  private parsedHeader: EventHeader | undefined;
  private parsedData: { readonly value: unknown } | undefined;

  constructor(
    readonly tenant: TenantId,
    private readonly from: Buffer,
    private readonly row: number,
    private readonly headerAt: number,
    private readonly dataAt: number,
    private readonly end: number,
  ) {
    this.seq = from.readInt32BE(row + AT.seq) * 0x1_0000_0000 + from.readUInt32BE(row + AT.seq + 4);
    this.revision = from.readInt32BE(row + AT.revision);
    const stream = row + AT.stream + 4;
    const type = stream + from.readInt32BE(stream - 4) + 4;
    this.stream = from.toString('utf8', stream, type - 4);
    this.type = from.toString('utf8', type, headerAt - 4);
  }

  get recordedAt(): string {
    const at = this.row + AT.recordedAt;
    const micros = this.from.readInt32BE(at) * 0x1_0000_0000 + this.from.readUInt32BE(at + 4);
    return new Date(EPOCH_MS + Math.floor(micros / 1000)).toISOString();
  }

  /** @throws Error when the columns differ from the stored header: they are copies, so somebody edited the database */
  get header(): EventHeader {
    if (this.parsedHeader) return this.parsedHeader;
    const header = JSON.parse(this.from.toString('utf8', this.headerAt, this.dataAt - 4)) as EventHeader;
    if (header.id.replaceAll('-', '') !== this.idHex() || header.type !== this.type)
      throw columnsDiffer(this.tenant, this.seq);
    return (this.parsedHeader = header);
  }

  /** @throws Error as for the header */
  get data(): unknown {
    if (this.parsedData) return this.parsedData.value;
    if (!this.begins()) void this.header;
    const value: unknown = JSON.parse(this.from.toString('utf8', this.dataAt, this.end));
    this.parsedData = { value };
    return value;
  }

  get bytes(): StoredBytes {
    return {
      header: this.from.subarray(this.headerAt, this.dataAt - 4),
      data: this.from.subarray(this.dataAt, this.end),
    };
  }

  private idHex(): string {
    return this.from.toString('hex', this.row + AT.id, this.row + AT.id + 16);
  }

  /** True when the header's bytes begin with id and type as in the columns, as `encodeEvents` writes them: no parsing. */
  private begins(): boolean {
    const hex = this.idHex();
    const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    const wanted = `{"id":"${id}","type":"${this.type}"`;
    return this.from.toString('utf8', this.headerAt, this.headerAt + wanted.length) === wanted;
  }
}

export function columnsDiffer(tenant: TenantId, seq: number | string): Error {
  return new Error(`event ${seq} of ${tenant}: its columns differ from its stored header`);
}

/**
 * Events out of the chunks of `COPY … TO STDOUT (FORMAT binary)`, in batches as they come. Holds the chunk it is in and
 * no more; who keeps an event keeps its chunk.
 */
export async function* eventsOfCopy(
  tenant: TenantId,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly StoredEvent[]> {
  let rest: Buffer = Buffer.alloc(0);
  let begun = false;
  for await (const chunk of chunks) {
    const bytes: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    if (!begun) {
      if (bytes.length < PREAMBLE_BYTES) {
        rest = bytes;
        continue;
      }
      at = PREAMBLE_BYTES + bytes.readInt32BE(PREAMBLE_BYTES - 4);
      begun = true;
    }
    const batch: StoredEvent[] = [];
    at = takeRows(tenant, bytes, at, batch);
    rest = bytes.subarray(at);
    if (batch.length > 0) yield batch;
  }
  if (rest.length !== 2 || rest.readInt16BE(0) !== END) throw new Error(`the log of ${tenant} ended early`);
}

/** Takes the whole rows from `at`; answers where the first that is not whole begins. */
function takeRows(tenant: TenantId, bytes: Buffer, from: number, batch: StoredEvent[]): number {
  for (let row = from; ;) {
    let at = row + AT.stream;
    const ends: number[] = [];
    for (let field = 0; field < 4; field += 1) {
      if (at + 4 > bytes.length) return row;
      at += 4 + bytes.readInt32BE(at);
      ends.push(at);
    }
    if (at > bytes.length) return row;
    const [, type = 0, header = 0, end = 0] = ends;
    batch.push(new CopiedEvent(tenant, bytes, row, type + 4, header + 4, end));
    row = end;
  }
}
