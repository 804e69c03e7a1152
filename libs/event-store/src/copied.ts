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

/** Most events have the type of one before them. */
let lastType = '';
let lastTypeBytes: Buffer = Buffer.alloc(0);

function typeAt(from: Buffer, start: number, end: number): string {
  if (end - start !== lastTypeBytes.length || from.compare(lastTypeBytes, 0, end - start, start, end) !== 0) {
    lastType = from.toString('utf8', start, end);
    lastTypeBytes = Buffer.from(lastType);
  }
  return lastType;
}

/** An event that lies in the bytes of COPY. What is parsed, is parsed when it is first asked for. */
class CopiedEvent implements StoredEvent {
  readonly seq: number;
  readonly type: string;
  private readonly headerAt: number;
  private readonly dataAt: number;
  private readonly end: number;
  private parsedHeader: EventHeader | undefined;
  private parsedData: { readonly value: unknown } | undefined;

  constructor(
    readonly tenant: TenantId,
    private readonly from: Buffer,
    private readonly row: number,
  ) {
    this.seq = from.readInt32BE(row + AT.seq) * 0x1_0000_0000 + from.readUInt32BE(row + AT.seq + 4);
    const streamAt = row + AT.stream + 4;
    const type = streamAt + from.readInt32BE(streamAt - 4) + 4;
    this.headerAt = type + from.readInt32BE(type - 4) + 4;
    this.dataAt = this.headerAt + from.readInt32BE(this.headerAt - 4) + 4;
    this.end = this.dataAt + from.readInt32BE(this.dataAt - 4);
    this.type = typeAt(from, type, this.headerAt - 4);
    this.parsedHeader = undefined;
    this.parsedData = undefined;
  }

  get revision(): number {
    return this.from.readInt32BE(this.row + AT.revision);
  }

  get stream(): StreamName {
    const start = this.row + AT.stream + 4;
    return this.from.toString('utf8', start, start + this.from.readInt32BE(start - 4));
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

/** Bytes as they came, and the places at which the messages of COPY begin in them. */
export interface CopyChunk {
  readonly bytes: Buffer;
  readonly messages: readonly number[];
}

/**
 * Events out of the messages of `COPY … TO STDOUT (FORMAT binary)`: one message is one row, the first has the preamble
 * before it, the last says that it is the end. Holds the chunk it is in and no more; who keeps an event keeps its chunk.
 */
export async function* eventsOfCopy(
  tenant: TenantId,
  chunks: AsyncIterable<CopyChunk>,
): AsyncGenerator<readonly StoredEvent[]> {
  let begun = false;
  let ended = false;
  for await (const { bytes, messages } of chunks) {
    const batch: StoredEvent[] = [];
    for (const message of messages) {
      const row = begun ? message : message + PREAMBLE_BYTES;
      begun = true;
      if (bytes.readInt16BE(row) === END) ended = true;
      else batch.push(new CopiedEvent(tenant, bytes, row));
    }
    if (batch.length > 0) yield batch;
  }
  if (!ended) throw new Error(`the log of ${tenant} ended early`);
}
