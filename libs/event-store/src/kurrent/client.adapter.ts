import { randomBytes, randomUUID } from 'node:crypto';
import type {
  AllStreamSubscription,
  KurrentDBClient,
  ReadPosition,
  ResolvedEvent,
} from '@kurrent/kurrentdb-client';
import { DomainError, type StreamName } from '@lien-ket/kernel';
import {
  COUNTED_PREFIX,
  FENCE,
  counts,
  type Ears,
  type KurrentLink,
  type LogPlace,
  type WireEvent,
  type WireOutcome,
  type WireProposal,
} from './link.js';
import { unstamped } from './stamp.js';

type Package = typeof import('@kurrent/kurrentdb-client');

/** Our types only: the server leaves the rest out, `counts` says so again for whatever comes. */
const FILTER = { filterOn: 'eventType' as const, prefixes: [COUNTED_PREFIX], checkpointInterval: 1 };
/** Errors after which the outcome is not known, or nothing happened: the same call with the same bytes is right. */
const PASSING = ['unavailable', 'cancelled', 'deadline-exceeded', 'timeout', 'not-leader', 'unknown'];

/** What older servers say instead of a place. */
const NO_PLACE = 0x7fff_ffff_ffff_ffffn;

export interface Patience {
  /** A call that has not answered by then is repeated: the client itself would wait for ever. */
  readonly callMs: number;
  readonly attempts: number;
  readonly firstPauseMs: number;
}

const PATIENCE: Patience = { callMs: 5_000, attempts: 5, firstPauseMs: 50 };

class Unanswered extends Error {
  readonly type = 'timeout';
}

/** A real KurrentDB, by the client from the npm registry; the only file that knows it. */
export class KurrentClient implements KurrentLink {
  private constructor(
    private readonly pkg: Package,
    private readonly client: KurrentDBClient,
    private readonly patience: Patience,
  ) {}

  /** The package is optional: it is loaded when a tenant is put on it. @throws Error that says so when it is missing */
  static async open(connectionString: string, patience: Partial<Patience> = {}): Promise<KurrentClient> {
    const pkg = await import('@kurrent/kurrentdb-client').catch((cause: unknown) => {
      throw new Error('the driver kurrentdb needs the optional package @kurrent/kurrentdb-client', { cause });
    });
    const client = pkg.KurrentDBClient.connectionString(connectionString);
    return new KurrentClient(pkg, client, { ...PATIENCE, ...patience });
  }

  append(stream: StreamName, events: readonly WireProposal[], expected: number): Promise<WireOutcome> {
    const wire = events.map(({ id, type, data, metadata }) =>
      this.pkg.binaryEvent({ id, type, data, metadata }),
    );
    const streamState = expected < 0 ? ('no_stream' as const) : BigInt(expected);
    return this.known(async () => {
      try {
        await this.client.appendToStream(stream, wire, { streamState, requiresLeader: true });
        return { kind: 'written' };
      } catch (error) {
        if (error instanceof this.pkg.WrongExpectedVersionError) {
          const { actualState } = error;
          return { kind: 'conflict', current: typeof actualState === 'bigint' ? Number(actualState) : -1 };
        }
        if (error instanceof this.pkg.MaxAppendSizeExceededError)
          throw new DomainError('tooLarge', 'event.tooLarge', { limitKiB: error.maxAppendSize / 1024 });
        throw error;
      }
    });
  }

  stream(stream: StreamName, from: number, count: number): Promise<WireEvent[]> {
    return this.known(async () => {
      try {
        const options = { fromRevision: BigInt(from), maxCount: count, requiresLeader: true };
        return await collected(this.client.readStream(stream, options));
      } catch (error) {
        if (error instanceof this.pkg.StreamNotFoundError) return [];
        throw error;
      }
    });
  }

  all(from: LogPlace | undefined, count: number): Promise<WireEvent[]> {
    const fromPosition: ReadPosition = from ?? 'start';
    const options = { fromPosition, maxCount: count, filter: FILTER, requiresLeader: true };
    return this.known(() => collected(this.client.readAll(options)));
  }

  follow(after: LogPlace | undefined, ears: Ears): () => void {
    const subscription: AllStreamSubscription = this.client.subscribeToAll({
      fromPosition: after ?? 'start',
      filter: FILTER,
    });
    let open = true;
    const end = (error: unknown): void => {
      if (open) ears.ended(error);
      open = false;
    };
    subscription.on('data', ({ event }) => {
      if (open && event && counts({ stream: event.streamId, type: event.type })) ears.heard(event.position);
    });
    subscription.on('error', end);
    subscription.on('end', () => end(undefined));
    return () => {
      open = false;
      void subscription.unsubscribe().catch(() => undefined);
    };
  }

  async fenced(): Promise<boolean> {
    return (await this.lastFence())?.type === FENCE.closed;
  }

  async fence(closed: boolean): Promise<void> {
    const last = await this.lastFence();
    const type = closed ? FENCE.closed : FENCE.opened;
    const proposal = { id: randomUUID(), type, data: Buffer.alloc(0), metadata: new Uint8Array() };
    await this.append(FENCE.stream, [proposal], Number(last?.revision ?? -1));
  }

  close(): Promise<void> {
    return this.client.dispose();
  }

  private lastFence(): Promise<{ readonly type: string; readonly revision: bigint } | undefined> {
    return this.known(async () => {
      try {
        const options = { direction: 'backwards' as const, fromRevision: 'end' as const, maxCount: 1 };
        for await (const { event } of this.client.readStream(FENCE.stream, options)) return event;
      } catch (error) {
        if (!(error instanceof this.pkg.StreamNotFoundError)) throw error;
      }
      return undefined;
    });
  }

  /** Repeats a call until its outcome is known. @throws DomainError unavailable */
  private async known<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await within(this.patience.callMs, call());
      } catch (error) {
        if (!isPassing(error)) throw error;
        if (attempt >= this.patience.attempts)
          throw new DomainError('unavailable', 'eventStore.silent', {
            attempts: attempt,
            reason: String(error.type),
          });
        const pause = this.patience.firstPauseMs * 2 ** (attempt - 1);
        await wait(pause * (0.5 + Math.random() / 2));
      }
    }
  }
}

/** Eight hexadecimal digits, another for each append. */
export function newAttempt(): string {
  return randomBytes(4).toString('hex');
}

export function present(): string {
  return new Date().toISOString();
}

function isPassing(error: unknown): error is Error & { readonly type: unknown } {
  return error instanceof Error && 'type' in error && PASSING.includes(String(error.type));
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unanswered('the server did not answer in time')), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function collected(events: AsyncIterable<ResolvedEvent>): Promise<WireEvent[]> {
  const found: WireEvent[] = [];
  for await (const { event } of events) {
    if (!event || !counts({ stream: event.streamId, type: event.type })) continue;
    const { position, metadata, data } = event;
    if (!position || position.commit >= NO_PLACE)
      throw new Error('the server tells no place of an event of a stream: it is older than 22.6');
    if (!(metadata instanceof Uint8Array) || !(data instanceof Uint8Array))
      throw new Error(`event ${event.id} was not written by this driver`);
    found.push({
      ...unstamped(metadata),
      place: position,
      stream: event.streamId,
      revision: Number(event.revision),
      id: event.id,
      type: event.type,
      data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    });
  }
  return found;
}
