import { fileEvents, uuid, type FileEvent } from '@lien-ket/contracts';
import { DomainError, streamOf, type Context, type Uuid } from '@lien-ket/kernel';
import { z } from 'zod';
import { erasedOf } from './erased-files.queries.js';
import type { Runtime } from './runtime.js';

/** The key of a file that lies here; undefined where there is none, or nobody named it and it was swept. */
export async function keyOfFile(runtime: Runtime, ctx: Context, id: Uuid): Promise<string | undefined> {
  const events = await runtime.store.read(ctx, streamOf('file', id));
  const [first, ...later] = events.map(({ type, data }) => ({ type, data }) as FileEvent);
  if (first?.type !== fileEvents.stored.type || later.some(({ type }) => type === fileEvents.swept.type))
    return undefined;
  return first.data.kid;
}

const naming = z.object({
  evidence: z.array(uuid).optional(),
  report: z.object({ evidence: z.array(uuid).optional() }).optional(),
});

/**
 * Evidence is a file that lies here and can be read: a foreign, missing or erased one proves nothing, so it is refused
 * before anything is written. For the services that keep `erased_file`.
 * @throws DomainError invalid file.unknown, gone file.erased, at its place in the body
 */
export async function evidenceLiesHere(runtime: Runtime, ctx: Context, body: unknown): Promise<void> {
  const { evidence = [], report } = naming.safeParse(body).data ?? {};
  const named = [...placed(evidence, '/evidence'), ...placed(report?.evidence ?? [], '/report/evidence')];
  if (named.length === 0) return;
  for (const { id, pointer } of named)
    if ((await keyOfFile(runtime, ctx, id)) === undefined) refuse('invalid', 'file.unknown', pointer);
  const erased = await erasedOf(
    runtime,
    ctx,
    named.map(({ id }) => id),
  );
  const gone = named.find(({ id }) => erased.includes(id));
  if (gone) refuse('gone', 'file.erased', gone.pointer);
}

function placed(ids: readonly string[], at: string): { id: string; pointer: string }[] {
  return ids.map((id, index) => ({ id, pointer: `${at}/${index}` }));
}

function refuse(kind: 'invalid' | 'gone', code: string, pointer: string): never {
  throw new DomainError(kind, code, {}, [{ pointer, code }]);
}
