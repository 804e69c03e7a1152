import type { Crossing, ForeignRef } from '@lien-ket/contracts';
import { streamOf, type Context, type TenantId, type Uuid } from '@lien-ket/kernel';
import type { Runtime } from './runtime.js';

/** Of what a document may be about, the kinds that have a log of their own. */
const KINDS = ['plan', 'agreement', 'activity', 'document'] as const;
/** Messages of another tenant that are looked through at once. */
const PAGE = 500;

/** A thing by its owner, ours where none is named, and its id. */
export type NamedThing = Required<Pick<ForeignRef, 'id'>> & Pick<ForeignRef, 'tenant'>;

/**
 * Whether the tenant's own log knows a thing, whichever service keeps it: one of ours was recorded here, another tenant's
 * was received from that tenant. What nobody told of may be a slip of the hand, and an act cannot rest on it.
 */
export async function knownHere(
  runtime: Runtime,
  ctx: Context,
  { tenant, id }: NamedThing,
): Promise<boolean> {
  if (tenant !== undefined && tenant !== ctx.tenantId) return receivedFrom(runtime, ctx, tenant, id);
  const first = KINDS.map((kind) => runtime.store.read(ctx, streamOf(kind, id), { to: 0 }));
  return (await Promise.all(first)).some(({ length }) => length > 0);
}

/** A thing's first message is sought among all that the tenant sent: rare, and without a table that each message fills. */
async function receivedFrom(runtime: Runtime, ctx: Context, tenant: TenantId, id: Uuid): Promise<boolean> {
  const streams: readonly string[] = KINDS.map((kind) => streamOf(kind, id));
  for (let from = 0; ; from += PAGE) {
    const range = { from, to: from + PAGE - 1 };
    const messages = await runtime.store.read(ctx, `received-${tenant}`, range);
    const origins = messages.map(({ data }) => (data as Partial<Crossing>).origin);
    if (origins.some((origin) => origin !== undefined && streams.includes(origin.stream))) return true;
    if (messages.length < PAGE) return false;
  }
}
