import { streamOf, type Context, type Uuid } from '@lien-ket/kernel';
import type { Runtime } from './runtime.js';

/** Of what a document may be about, the kinds that have a log of their own. */
const KINDS = ['plan', 'agreement', 'activity', 'document'] as const;

/** Whether the tenant's own log knows a thing by this id, whichever service keeps it. */
export async function recordedHere(runtime: Runtime, ctx: Context, id: Uuid): Promise<boolean> {
  const first = KINDS.map((kind) => runtime.store.read(ctx, streamOf(kind, id), { to: 0 }));
  return (await Promise.all(first)).some(({ length }) => length > 0);
}
