import { DomainError, type Context, type Uuid } from '@lien-ket/kernel';
import { keyOfFile, type Runtime } from '@lien-ket/runtime';
import type { Vault } from '@lien-ket/vault';

/**
 * What was erased before can't be erased again: the request would promise something that was done on another's.
 * @throws DomainError invalid erasure.fileUnknown, gone file.erased, at its place in `files`
 */
export async function filesMustLieHere(
  { runtime, vault }: { readonly runtime: Runtime; readonly vault: Vault },
  ctx: Context,
  files: readonly Uuid[],
): Promise<void> {
  for (const [index, id] of files.entries()) {
    const pointer = `/files/${index}`;
    const kid = await keyOfFile(runtime, ctx, id);
    if (kid === undefined) refuse('invalid', 'erasure.fileUnknown', pointer);
    if ((await vault.keyOfFile(ctx, kid)) === undefined) refuse('gone', 'file.erased', pointer);
  }
}

function refuse(kind: 'invalid' | 'gone', code: string, pointer: string): never {
  throw new DomainError(kind, code, {}, [{ pointer, code }]);
}
