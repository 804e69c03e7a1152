import pg from 'pg';

/** Where and as whom to log in. */
export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** What the socket gave, untouched, and the places in it at which the messages of COPY begin: nothing is copied. */
export interface CopyChunk {
  readonly bytes: Buffer;
  readonly messages: readonly number[];
}

/** A connection of its own on which COPY streams. */
export interface CopyConnection {
  copy(sql: string): AsyncIterable<CopyChunk>;
  close(): Promise<void>;
}

/** Codes of the messages of the protocol, and the bytes of code and length before what they carry. */
const COPY_DATA = 0x64;
const COPY_DONE = 0x63;
const ERROR = 0x45;
const BEFORE_BODY = 5;
/** Chunks taken from the socket before it is told to wait. */
const HELD_CHUNKS = 4;
/** Rows come in the order of an index, at once, whatever the server knows of a log that has grown since it last looked. */
const PLANS = '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off';

type Listener = (chunk: Buffer) => void;

/** Opens a connection that only copies. `onClose` is called once. */
export function openCopyConnection(login: Login, onClose: () => void = () => undefined): CopyConnection {
  const client = new pg.Client({ ...login, options: PLANS, application_name: 'lien-ket replay' });
  client.on('error', () => undefined);
  const connected = client.connect();
  connected.catch(() => undefined);
  return {
    async *copy(sql) {
      await connected;
      yield* client.query(new CopyOut(sql)).chunks();
    },
    close: async () => {
      onClose();
      // A copy that was not read to its end is cut off with its socket.
      await client.end();
    },
  };
}

/** Reads what COPY sends straight from the socket; the driver has it back for the end of the statement and for errors. */
class CopyOut implements pg.Submittable {
  private stream: NodeJS.ReadableStream | undefined;
  private driver: Listener | undefined;
  private readonly held: Buffer[] = [];
  private wake: () => void = () => undefined;
  private ended = false;
  private error: Error | undefined;
  private readonly take: Listener = (chunk) => {
    this.held.push(chunk);
    if (this.held.length >= HELD_CHUNKS) this.stream?.pause();
    this.wake();
  };

  constructor(private readonly sql: string) {}

  submit(connection: pg.Connection): void {
    this.stream = connection.stream;
    this.driver = connection.stream.listeners('data')[0] as Listener;
    connection.stream.removeListener('data', this.driver);
    connection.stream.on('data', this.take);
    connection.query(this.sql);
  }

  async *chunks(): AsyncGenerator<CopyChunk> {
    let rest: Buffer | undefined;
    while (!this.ended) {
      const chunk = this.held.shift();
      if (chunk === undefined) {
        if (this.error) throw this.error;
        this.stream?.resume();
        await new Promise<void>((resolve) => (this.wake = resolve));
        continue;
      }
      const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
      const messages: number[] = [];
      const at = this.parse(bytes, messages);
      rest = at < bytes.length ? bytes.subarray(at) : undefined;
      if (messages.length > 0) yield { bytes, messages };
    }
    if (this.error) throw this.error;
  }

  /** Notes the whole messages; answers where the first that is not whole begins. */
  private parse(bytes: Buffer, messages: number[]): number {
    for (let at = 0; ;) {
      if (at + BEFORE_BODY > bytes.length) return at;
      const code = bytes[at];
      const next = at + 1 + bytes.readUInt32BE(at + 1);
      if (code === COPY_DONE || code === ERROR) {
        this.giveBack(bytes.subarray(at));
        return bytes.length;
      }
      if (next > bytes.length) return at;
      if (code === COPY_DATA) messages.push(at + BEFORE_BODY);
      at = next;
    }
  }

  private giveBack(rest: Buffer): void {
    const { stream, driver } = this;
    if (!stream || !driver) return;
    stream.removeListener('data', this.take);
    stream.on('data', driver);
    for (const chunk of [rest, ...this.held.splice(0)]) driver(chunk);
    stream.resume();
  }

  /** Called by the driver. */
  handleError(error: Error): void {
    this.error = error;
    this.wake();
  }

  handleReadyForQuery(): void {
    this.ended = true;
    this.wake();
  }

  handleCommandComplete(): void {
    // Only the end of the whole statement counts.
  }
}
