import { fileEvents, type FileEvent } from '@lien-ket/contracts';
import { DomainError, streamOf, type Context, type Uuid } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';

/** The key of a file that lies here; undefined where there is none, or nobody named it and it was swept. */
export async function keyOfFile(runtime: Runtime, ctx: Context, id: Uuid): Promise<string | undefined> {
  const events = await runtime.store.read(ctx, streamOf('file', id));
  const [first, ...later] = events.map(({ type, data }) => ({ type, data }) as FileEvent);
  if (first?.type !== fileEvents.stored.type || later.some(({ type }) => type === fileEvents.swept.type))
    return undefined;
  return first.data.kid;
}

/** @throws DomainError invalid erasure.fileUnknown, at its place in `files` */
export async function filesMustLieHere(
  runtime: Runtime,
  ctx: Context,
  files: readonly Uuid[],
): Promise<void> {
  const code = 'erasure.fileUnknown';
  for (const [index, id] of files.entries())
    if ((await keyOfFile(runtime, ctx, id)) === undefined)
      throw new DomainError('invalid', code, {}, [{ pointer: `/files/${index}`, code }]);
}
