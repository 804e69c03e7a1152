import type { AgreementEvent, CommandOf, agreementCommands } from '@lien-ket/contracts';
import { DomainError, earliestDay } from '@lien-ket/kernel';
import { dayOf } from '../plan/plan.effect.js';
import type { AgreementFold } from './agreement.evolve.js';

type Close = Extract<CommandOf<typeof agreementCommands>, { type: 'close' }>;

/** Closed once; what was typed wrong of it is entered again in its place, and what was known of then stays known. */
export function closingAct(
  { closedOn, document, corrects, reason }: Close,
  agreement: AgreementFold,
  sharedWith: readonly string[],
): AgreementEvent {
  const { closing, content } = agreement;
  if (corrects !== undefined && closing?.at.id !== corrects) refuse('/corrects', 'agreement.closingUnknown');
  if (corrects !== undefined && reason === undefined) refuse('/reason', 'agreement.correctionNeedsReason');
  const signed = content?.signedOn && earliestDay(content.signedOn);
  if (signed !== undefined && closedOn < signed)
    refuse('/closedOn', 'agreement.termBeforeSigning', { signedOn: signed });
  return {
    type: 'lk.agreement.agreement.closed.v1',
    data: { closedOn, document, ...(corrects ? { corrects, reason } : {}), sharedWith: [...sharedWith] },
    effectiveOn: dayOf(document) ?? closedOn,
  };
}

function refuse(pointer: string, code: string, params: Readonly<Record<string, string>> = {}): never {
  throw new DomainError('invalid', code, params, [{ pointer, code, params }]);
}
