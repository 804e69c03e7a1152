import { difficultyEvents } from '@lien-ket/contracts';
import { DomainError, streamOf, type Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';

/** @throws DomainError invalid amendment.difficultyUnknown; an amendment answers difficulties raised in this tenant */
export async function mustBeRaised(
  runtime: Runtime,
  ctx: Context,
  difficulties: readonly string[],
): Promise<void> {
  for (const [index, id] of difficulties.entries()) {
    const history = await runtime.store.read(ctx, streamOf('difficulty', id));
    if (history.some(({ type }) => type === difficultyEvents.raised.type)) continue;
    const code = 'amendment.difficultyUnknown';
    throw new DomainError('invalid', code, { difficulty: id }, [{ pointer: `/difficulties/${index}`, code }]);
  }
}
