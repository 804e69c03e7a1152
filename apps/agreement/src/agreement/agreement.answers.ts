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
  const until = at.extensions.find((one) => one.version > version)?.version ?? Infinity;
  return at.content.parties.map((party) => answerOf(party, fold, asking, { version, until, record: true }));
}

export function extensionsOf(
  fold: AgreementFold,
  { extensions, content }: AgreementAtPoint,
  asking: Asking,
): AgreementExtension[] {
  return extensions.map(({ version, termTo, document, inForce, at }, index) => {
    const about = { version, until: extensions[index + 1]?.version ?? Infinity, record: false };
    return {
      ...{ eventId: at.id, version, termTo, document, inForce },
      effectiveOn: effectiveOf(at),
      businessDate: at.businessDate,
      answers: content.parties.map((party) => answerOf(party, fold, asking, about)),
    };
  });
}

interface About {
  readonly version: number;
  /** The version of the next extension: who confirms that one confirms the whole content. */
  readonly until: number;
  readonly record: boolean;
}

function answerOf(party: Party, fold: AgreementFold, asking: Asking, about: About): PartyAnswer {
  const head = { party: party.name, tenant: party.tenant ?? null };
  if (party.tenant === asking.recorder) return { ...head, answer: 'recorder', reason: null };
  const says = (one: { readonly version: number; readonly answer: string | null }): boolean =>
    one.version >= about.version && (one.version < about.until || one.answer === 'confirmed');
  const given = fold.answers.filter(({ tenant }) => tenant === party.tenant);
  const answer = given.findLast(says);
  if (answer) return { ...head, answer: answer.answer, reason: answer.reason ?? null };
  const { own } = asking;
  if (party.tenant === asking.tenant && own?.answer && says(own))
    return { ...head, answer: own.answer, reason: null };
  const onPaper = fold.onPaper.some((one) => one.party === party.name && one.version >= about.version);
  if (onPaper) return { ...head, answer: 'confirmedOnPaper', reason: null };
  const stale = about.record && given.some((one) => one.version < about.version);
  return { ...head, answer: stale ? 'stale' : 'awaited', reason: null };
}
