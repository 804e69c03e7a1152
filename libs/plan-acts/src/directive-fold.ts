import type { DeadlineSet, DirectiveData, DirectiveEvent } from '@lien-ket/contracts';
import { unreachable, type Evolving } from '@lien-ket/kernel';

export interface Deadline {
  /** The event that set it: what a correction names. */
  readonly id: string;
  readonly set: DeadlineSet;
}
export interface DirectiveFold {
  readonly issued: DirectiveData | null;
  readonly issuedBy: string;
  readonly deadlines: readonly Deadline[];
}

export const NO_DIRECTIVE: DirectiveFold = { issued: null, issuedBy: '', deadlines: [] };

/** A directive and its deadlines, each correction in the place of what it names. */
export function evolveDirective(directive: DirectiveFold, event: DirectiveEvent & Evolving): DirectiveFold {
  switch (event.type) {
    case 'lk.agreement.directive.issued.v1':
      return { ...directive, issued: event.data, issuedBy: event.id };
    case 'lk.agreement.directive.entryCorrected.v1':
      return { ...directive, issued: event.data.content };
    case 'lk.agreement.directive.deadlineSet.v1':
      return { ...directive, deadlines: [...directive.deadlines, { id: event.id, set: event.data }] };
    case 'lk.agreement.directive.deadlineCorrected.v1': {
      const { corrects, deadline } = event.data;
      const deadlines = directive.deadlines.flatMap((one) => {
        if (one.id !== corrects) return [one];
        return deadline ? [{ id: one.id, set: deadline }] : [];
      });
      return { ...directive, deadlines };
    }
  }
  return unreachable(event);
}
