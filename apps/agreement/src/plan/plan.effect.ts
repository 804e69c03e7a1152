import type { DocumentRef } from '@lien-ket/contracts';
import { DomainError, fullDay, type EffectiveBasis } from '@lien-ket/kernel';

/** The document's own day; a partial date is none. */
export function dayOf(document: DocumentRef | undefined): string | undefined {
  return document?.date && fullDay(document.date);
}

/** In-force day: what the document states, else its own date (named rule `documentDate`). */
export function effect(
  command: { effectiveOn?: string; basis?: EffectiveBasis },
  documentDay: string | undefined,
  code = 'plan.effectiveOnNeeded',
): { effectiveOn: string; basis: EffectiveBasis } {
  if (command.effectiveOn)
    return { effectiveOn: command.effectiveOn, basis: command.basis ?? { kind: 'printed' } };
  if (documentDay) return { effectiveOn: documentDay, basis: { kind: 'derived', rule: 'documentDate' } };
  throw new DomainError('invalid', code, {}, [{ pointer: '/effectiveOn', code }]);
}
