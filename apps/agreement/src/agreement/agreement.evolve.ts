import type { AgreementData, AgreementEvent } from '@lien-ket/contracts';
import { unreachable, type Evolving } from '@lien-ket/kernel';
import { notedOf, type AgreementPast, type Noted } from './agreement.at.js';

type Any = AgreementEvent & Evolving;
type Named<N extends string> = Extract<Any, { type: `lk.agreement.agreement.${N}.v1` }>;
type Answer = Named<'answerTaken'>['data'] & { readonly at: Noted };

export interface AgreementFold extends AgreementPast {
  readonly version: number;
  readonly hash: string;
  readonly content: AgreementData | null;
  /** `withdrawn` only where another tenant's agreement is shown: its recorder names us a party no more. */
  readonly state: 'recorded' | 'closed' | 'withdrawn';
  /** In the order in which they were taken. */
  readonly answers: readonly Answer[];
  readonly onPaper: readonly { readonly party: string; readonly version: number; readonly at: Noted }[];
}

export const noAgreement: AgreementFold = {
  version: 0,
  hash: '',
  content: null,
  state: 'recorded',
  answers: [],
  onPaper: [],
  records: [],
  extensions: [],
  closing: null,
};

export function evolveAgreement(agreement: AgreementFold, event: Any): AgreementFold {
  const at = notedOf(event);
  switch (event.type) {
    case 'lk.agreement.agreement.recorded.v1':
    case 'lk.agreement.agreement.revised.v1': {
      const { version, hash, content } = event.data;
      const records = [...agreement.records, { version, content, at }];
      return { ...agreement, state: 'recorded', version, hash, content, records };
    }
    case 'lk.agreement.agreement.extended.v1':
    case 'lk.agreement.agreement.extensionCorrected.v1':
      return extended(agreement, event);
    case 'lk.agreement.agreement.confirmedOnPaper.v1': {
      const { party, version } = event.data;
      return { ...agreement, onPaper: [...agreement.onPaper, { party, version, at }] };
    }
    case 'lk.agreement.agreement.answerTaken.v1':
      return { ...agreement, answers: [...agreement.answers, { ...event.data, at }] };
    case 'lk.agreement.agreement.withdrawn.v1':
      // To its recorder the agreement goes on; the projection shows it to the one who was dropped.
      return agreement;
    case 'lk.agreement.agreement.closed.v1': {
      const { closedOn, document = null, corrects } = event.data;
      const before = corrects && agreement.closing ? { before: agreement.closing } : {};
      return { ...agreement, state: 'closed', closing: { closedOn, document, ...before, at } };
    }
  }
  return unreachable(event);
}

function extended(agreement: AgreementFold, event: Named<'extended' | 'extensionCorrected'>): AgreementFold {
  const { version, hash, termTo, document } = event.data;
  const corrects = 'corrects' in event.data ? { corrects: event.data.corrects } : {};
  return {
    ...agreement,
    version,
    hash,
    content: agreement.content && extendedContent(agreement.content, termTo),
    extensions: [
      ...agreement.extensions,
      { version, hash, termTo, document, ...corrects, at: notedOf(event) },
    ],
  };
}

/** The content with another end, as the extending document says it. */
export function extendedContent(content: AgreementData, termTo: string): AgreementData {
  return { ...content, termTo, termBasis: 'printed' };
}
