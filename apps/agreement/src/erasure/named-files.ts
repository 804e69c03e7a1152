import { DomainError, type Context, type Uuid } from '@lien-ket/kernel';
import { keyOfFile, type Runtime } from '@lien-ket/runtime';

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
