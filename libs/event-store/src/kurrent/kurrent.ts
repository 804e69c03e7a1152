import type { Context, EventHeader, StreamName, TenantId } from '@lien-ket/kernel';
import { DomainError } from '@lien-ket/kernel';
import { columnsDiffer } from '../copied.js';
import {
  MAX_EVENT_BYTES,
  type Appended,
  type AppendListener,
  type EncodedEvent,
  type EventStore,
  type LogRange,
  type ReadRange,
  type StoredEvent,
} from '../port.js';
import { LogRights, type LogRegistry } from '../registry.js';
import type { CountedEvent } from './count.js';
import type { KurrentLogs } from './logs.js';
import type { TenantLog } from './tenant-log.js';

/**
 * Event store on KurrentDB, one database per tenant. What PostgreSQL guards by roles and views is guarded here: the
 * server lets a tenant's login read and write every stream.
 */
export class KurrentEventStore implements EventStore {
  private readonly rights: LogRights;
  private readonly admitted = new Set<TenantId>();

  constructor(
    service: string,
    private readonly logs: KurrentLogs,
    registry: LogRegistry,
    private readonly onAppend: AppendListener = () => undefined,
    /** How many events of the tenant's log PostgreSQL holds: a log that lies there is not begun a second time. */
    private readonly elsewhere: (ctx: Context) => Promise<number> = () => Promise.resolve(0),
  ) {
    this.rights = new LogRights(registry, service);
  }

  async append(
    ctx: Context,
    stream: StreamName,
    events: readonly EncodedEvent[],
    expectedRevision: number,
  ): Promise<Appended> {
    this.rights.refuseForeign(stream, events);
    if (events.some(({ header, data }) => header.length + data.length > MAX_EVENT_BYTES))
      throw new DomainError('tooLarge', 'event.tooLarge', { limitKiB: MAX_EVENT_BYTES / 1024 });
    const log = await this.logOf(ctx);
    const appended = await log.append(stream, events, expectedRevision);
    this.onAppend(ctx.tenantId, appended.seq);
    return appended;
  }

  async read(ctx: Context, stream: StreamName, range: ReadRange = {}): Promise<StoredEvent[]> {
    const log = await this.logOf(ctx);
    const events = await log.stream(stream, range.from ?? 0, range.to ?? Number.MAX_SAFE_INTEGER);
    return events.filter(({ type }) => this.rights.sees(type)).map((event) => stored(ctx.tenantId, event));
  }

  async *log(ctx: Context, range: LogRange): AsyncGenerator<readonly StoredEvent[]> {
    const { count } = await this.logOf(ctx);
    const head = await this.head(ctx);
    const wanted = range.types && new Set(range.types);
    const shows = ({ type }: CountedEvent): boolean =>
      this.rights.sees(type) && (wanted === undefined || wanted.has(type));
    for await (const page of count.after(range.after, Math.min(range.until ?? head, head))) {
      const events = page.filter(shows).map((event) => stored(ctx.tenantId, event));
      if (events.length > 0) yield events;
    }
  }

  async head(ctx: Context): Promise<number> {
    const { count } = await this.logOf(ctx);
    await count.advance();
    return count.seq;
  }

  /** @throws Error while the log of the tenant, or its newest part, lies in PostgreSQL only */
  private async logOf(ctx: Context): Promise<TenantLog> {
    const log = await this.logs.of(ctx.tenantId);
    if (this.admitted.has(ctx.tenantId)) return log;
    const there = await this.elsewhere(ctx);
    if (there > log.count.seq)
      throw new Error(
        `the log of ${ctx.tenantId} has ${there} events in PostgreSQL and ${log.count.seq} in KurrentDB: npm run migrate -- ${ctx.tenantId} --to kurrentdb`,
      );
    this.admitted.add(ctx.tenantId);
    return log;
  }
}

/** An event as read; its bytes are parsed when they are first asked for. */
function stored(tenant: TenantId, event: CountedEvent): StoredEvent {
  const { seq, stream, revision, recordedAt, type, header: headerBytes, data: dataBytes } = event;
  let header: EventHeader | undefined;
  let data: { readonly value: unknown } | undefined;
  return {
    tenant,
    seq,
    stream,
    revision,
    recordedAt,
    type,
    get header(): EventHeader {
      header ??= checked(tenant, event);
      return header;
    },
    get data(): unknown {
      if (data) return data.value;
      void this.header;
      data = { value: JSON.parse(dataBytes.toString('utf8')) as unknown };
      return data.value;
    },
    bytes: { header: headerBytes, data: dataBytes },
  };
}

/** @throws Error when id or type stand otherwise in the server's columns: they are copies of the header */
function checked(tenant: TenantId, { id, type, seq, header: bytes }: CountedEvent): EventHeader {
  const header = JSON.parse(bytes.toString('utf8')) as EventHeader;
  if (header.id !== id || header.type !== type) throw columnsDiffer(tenant, seq);
  return header;
}
