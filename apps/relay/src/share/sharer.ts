import {
  OPENING,
  SHAREABLE,
  crossingContent,
  recipientsOf,
  shareEvents,
  type Crossing,
} from '@lien-ket/contracts';
import { uuidFrom, type Context, type Recorded } from '@lien-ket/kernel';
import { appendEvents, type StoredEvent } from '@lien-ket/event-store';
import { UNSYNCED } from '@lien-ket/read-model';
import type { Runtime } from '@lien-ket/runtime';

const CURSOR = 'sharer';
/** One row per tenant that this one shares with as things happen. */
const JOINED = 'shares with ';
const TYPES = SHAREABLE.map(({ type }) => type);

interface Outbox {
  revision: number;
  readonly shared: Set<string>;
}

/** What is shared is first an event in the sharer's own log, stream `share-<to>`, whose revisions number the messages. */
export class Sharer {
  readonly name = 'sharer';
  private readonly outboxes = new Map<string, Outbox>();
  private readonly positions = new Map<string, number>();
  private readonly joined = new Map<string, Set<string>>();

  /** @param tenants those on the platform; for others nothing is numbered until they join */
  constructor(
    private readonly runtime: Runtime,
    private readonly tenants: () => readonly string[],
  ) {}

  async catchUp(ctx: Context, until: number): Promise<{ errors: readonly unknown[] }> {
    const { recent } = this.runtime;
    let after = this.positions.get(ctx.tenantId);
    if (after === undefined) {
      after = await this.cursor(ctx);
      this.joined.set(ctx.tenantId, await this.joinedTo(ctx));
    }
    await this.welcome(ctx, after);
    for await (const batch of recent.log(ctx, { after, until, types: TYPES })) {
      for (const event of batch) await this.share(ctx, event, this.recipients(ctx, event));
      await this.advance(ctx, batch.at(-1)?.seq ?? after);
    }
    this.positions.set(ctx.tenantId, until);
    return { errors: [] };
  }

  /** Up to which sequence number a tenant's log has been looked through, as far as this process knows. */
  position(tenantId: string): number {
    return this.positions.get(tenantId) ?? 0;
  }

  /** A tenant that joined later gets what was shared with it before, in order, and only then what is new. */
  private async welcome(ctx: Context, until: number): Promise<void> {
    const joined = this.joined.get(ctx.tenantId) ?? new Set();
    const newcomers = this.tenants().filter((tenant) => tenant !== ctx.tenantId && !joined.has(tenant));
    if (newcomers.length === 0) return;
    for await (const batch of this.runtime.store.log(ctx, { after: 0, until, types: TYPES }))
      for (const event of batch) {
        const missed = recipientsOf(event.type, event.data, ctx.tenantId);
        await this.share(
          ctx,
          event,
          newcomers.filter((tenant) => missed.includes(tenant)),
        );
      }
    await this.runtime.db.use(ctx, (db) =>
      db.query(`INSERT INTO cursor (name) SELECT $1 || unnest($2::text[]) ON CONFLICT DO NOTHING`, [
        JOINED,
        newcomers,
      ]),
    );
    newcomers.forEach((tenant) => joined.add(tenant));
    this.joined.set(ctx.tenantId, joined);
  }

  private recipients(ctx: Context, event: StoredEvent): string[] {
    const joined = this.joined.get(ctx.tenantId);
    return recipientsOf(event.type, event.data, ctx.tenantId).filter((tenant) => joined?.has(tenant));
  }

  private async share(ctx: Context, event: Recorded, recipients: readonly string[]): Promise<void> {
    const opens = recipients.length > 0 && OPENING.includes(event.type);
    const events = opens ? [...(await this.toldBefore(ctx, event)), event] : [event];
    // Each recipient has a stream of its own, in which the order holds: what several are told is appended together.
    const told = recipients.map(async (to) => {
      for (const each of events) await this.number(ctx, each, to);
    });
    // Whoever tries again begins when all have ended: an outbox numbers one at a time.
    await Promise.allSettled(told);
    await Promise.all(told);
  }

  /** Each is numbered once for each tenant: who had left and joins again gets only what it missed. */
  private async toldBefore(ctx: Context, { stream, revision }: Recorded): Promise<readonly Recorded[]> {
    const told = await this.runtime.store.read(ctx, stream, { from: 0, to: revision - 1 });
    return told.filter(({ type }) => TYPES.includes(type));
  }

  private async number(ctx: Context, event: Recorded, to: string): Promise<void> {
    const outbox = await this.outbox(ctx, to);
    if (outbox.shared.has(event.header.id)) return;
    const stream = `share-${to}`;
    const command = { id: uuidFrom('share', event.header.id, to), name: 'share', hash: '' };
    const { type } = shareEvents.shared;
    const data = { ...crossingOf(event), to };
    const events = [{ type, data, effectiveOn: event.header.effectiveOn }];
    const entry = { stream, command, events, revision: outbox.revision };
    const { revision } = await appendEvents(this.runtime.store, causedBy(ctx, event), entry);
    outbox.revision = revision;
    outbox.shared.add(event.header.id);
  }

  /** Known from the stream itself, so that a crash between append and cursor shares nothing twice. */
  private async outbox(ctx: Context, to: string): Promise<Outbox> {
    const key = `${ctx.tenantId}/${to}`;
    const known = this.outboxes.get(key);
    if (known) return known;
    const events = await this.runtime.store.read(ctx, `share-${to}`);
    const made = {
      revision: events.length - 1,
      shared: new Set(events.map(({ data }) => (data as Crossing).origin.eventId)),
    };
    this.outboxes.set(key, made);
    return made;
  }

  private async cursor(ctx: Context): Promise<number> {
    const rows: { seq: string }[] = await this.runtime.db.use(ctx, (db) =>
      db.query('SELECT seq FROM cursor WHERE name = $1', [CURSOR]),
    );
    return Number(rows[0]?.seq ?? 0);
  }

  private async joinedTo(ctx: Context): Promise<Set<string>> {
    const rows: { name: string }[] = await this.runtime.db.use(ctx, (db) =>
      db.query('SELECT name FROM cursor WHERE starts_with(name, $1)', [JOINED]),
    );
    return new Set(rows.map(({ name }) => name.slice(JOINED.length)));
  }

  private async advance(ctx: Context, seq: number): Promise<void> {
    await this.runtime.db.use(ctx, (db) =>
      db.query(
        `INSERT INTO cursor (name, seq) SELECT $1, $2::bigint FROM ${UNSYNCED} ON CONFLICT (name) DO UPDATE SET seq = excluded.seq`,
        [CURSOR, seq],
      ),
    );
  }
}

/** The sharing is a step of what was shared: same correlation, same trace, its day. */
function causedBy(ctx: Context, { header }: Recorded): Context {
  const { correlationId, id, businessDate, traceparent } = header;
  return { ...ctx, correlationId, causationId: id, businessDate, traceparent };
}

function crossingOf(event: Recorded): Crossing {
  const { actor, effectiveOn, businessDate, id } = event.header;
  return {
    origin: {
      tenant: event.tenant,
      stream: event.stream,
      eventId: id,
      revision: event.revision,
      type: event.type,
      ...(effectiveOn ? { effectiveOn } : {}),
      recordedAt: event.recordedAt,
      businessDate,
      actor: { role: actor.role, ...(actor.organisationId ? { organisationId: actor.organisationId } : {}) },
    },
    content: crossingContent(event.data),
  };
}
