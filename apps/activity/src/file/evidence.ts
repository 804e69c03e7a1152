import { DomainError, streamOf, type Context } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import type { Runtime } from '@lien-ket/runtime';
import { fileDecider } from './file.decider.js';

async function isThere(runtime: Runtime, ctx: Context, id: string): Promise<boolean> {
  const { stored, swept } = foldEvents(fileDecider, await runtime.store.read(ctx, streamOf('file', id)));
  return stored !== null && !swept;
}

/**
 * Evidence is a file that lies here: a foreign or missing one is refused before anything is written.
 * @throws DomainError invalid file.unknown, at its place in `evidence`
 */
export async function evidenceExists(runtime: Runtime, ctx: Context, body: unknown): Promise<void> {
  const { evidence } = (body ?? {}) as { evidence?: unknown };
  for (const [index, id] of (Array.isArray(evidence) ? evidence : []).entries()) {
    const found = typeof id === 'string' && (await isThere(runtime, ctx, id));
    const fault = { pointer: `/evidence/${index}`, code: 'file.unknown' };
    if (!found) throw new DomainError('invalid', 'file.unknown', {}, [fault]);
  }
}
