import type { AgreementExtension, PartyAnswer } from '@lien-ket/contracts';
import { effectiveOf, isKnown } from '@lien-ket/plan-acts';
import type { AgreementAtPoint, Noted } from './agreement.at.js';
import type { AgreementFold } from './agreement.evolve.js';
import type { ConfirmationFold } from './confirmation.decider.js';

type Party = { readonly name: string; readonly tenant?: string };

/** Who asks: the recorder, and the own answer where its way to the recorder and back is not over yet. */
export interface Asking {
  readonly recorder: string;
  readonly tenant: string;
  readonly own?: ConfirmationFold;
}

/** What was answered by then. */
export function answeredBy(fold: AgreementFold, knownAt: string | undefined): AgreementFold {
  const known = ({ at }: { readonly at: Noted }): boolean => isKnown(at, knownAt);
  return { ...fold, answers: fold.answers.filter(known), onPaper: fold.onPaper.filter(known) };
}

/** What the parties say of the record: a later extension that they refuse takes nothing of it back. */
export function recordAnswers(fold: AgreementFold, at: AgreementAtPoint, asking: Asking): PartyAnswer[] {
  const { version } = at.record;
  return at.content.parties.map((party) => answerOf(party, fold, asking, { version, record: true }));
}

export function extensionsOf(
  fold: AgreementFold,
  { extensions, content }: AgreementAtPoint,
  asking: Asking,
): AgreementExtension[] {
  return extensions.map(({ version, hash, termTo, document, inForce, at }) => {
    const about = { version, record: false };
    return {
      ...{ eventId: at.id, version, hash, termTo, document, inForce },
      effectiveOn: effectiveOf(at),
      businessDate: at.businessDate,
      answers: content.parties.map((party) => answerOf(party, fold, asking, about)),
    };
  });
}

interface About {
  readonly version: number;
  /** Who confirms an extension confirms the content that it extends; nobody confirms another extension by it. */
  readonly record: boolean;
}

function answerOf(party: Party, fold: AgreementFold, asking: Asking, about: About): PartyAnswer {
  const head = { party: party.name, tenant: party.tenant ?? null };
  if (party.tenant === asking.recorder) return { ...head, answer: 'recorder', reason: null };
  const says = (one: { readonly version: number; readonly answer: string | null }): boolean =>
    one.version === about.version ||
    (about.record && one.version > about.version && one.answer === 'confirmed');
  const given = fold.answers.filter(({ tenant }) => tenant === party.tenant);
  const answer = given.findLast(says);
  if (answer) return { ...head, answer: answer.answer, reason: answer.reason ?? null };
  const own = party.tenant === asking.tenant ? asking.own?.answers.findLast(says) : undefined;
  if (own) return { ...head, answer: own.answer, reason: null };
  const onPaper = fold.onPaper.some((one) => one.party === party.name && one.version >= about.version);
  if (onPaper) return { ...head, answer: 'confirmedOnPaper', reason: null };
  const stale = about.record && given.some((one) => one.version < about.version);
  return { ...head, answer: stale ? 'stale' : 'awaited', reason: null };
}
