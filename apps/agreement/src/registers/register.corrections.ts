import {
  contactEvents,
  directiveEvents,
  documentEvents,
  organisationEvents,
  type DeadlineSet,
  type EntryCorrection,
} from '@lien-ket/contracts';
import { foldForSearch, type Recorded } from '@lien-ket/kernel';

type Data = Record<string, unknown>;

/** Corrections that say an entry of a register as a whole. */
export const CORRECTED: readonly string[] = [
  contactEvents.entryCorrected,
  documentEvents.entryCorrected,
  directiveEvents.entryCorrected,
].map(({ type }) => type);

/** Of an organisation only that and why it was corrected is kept here: what it is stands in the directory. */
export const CORRECTED_ORGANISATION: readonly string[] = [
  organisationEvents.entryCorrected,
  organisationEvents.endCorrected,
].map(({ type }) => type);

/** What stands with an entry and is no part of it: who gave a directive, and its deadlines; whose register it is in. */
const BESIDE = ['givenBy', 'deadlines', 'register'] as const;

/** The corrected entry in the place of the wrong one, with who corrected it, when and why. */
export function corrected(before: Data, event: Recorded): Data {
  const { content } = event.data as { content: Data };
  const kept = Object.fromEntries(BESIDE.flatMap((key) => (key in before ? [[key, before[key]]] : [])));
  return { ...content, ...kept, ...withCorrection(before, event) };
}

/** The corrections there were, and this one. */
export function withCorrection(
  before: Data,
  event: Recorded,
): { readonly corrections: readonly EntryCorrection[] } {
  const corrections = (before['corrections'] ?? []) as readonly EntryCorrection[];
  return { corrections: [...corrections, correctionOf(event)] };
}

interface SetDeadline extends DeadlineSet {
  readonly eventId: string;
}

/** A corrected deadline in the place of the wrong one; none where there is none. */
export function withDeadline(before: Data, event: Recorded): Data {
  const { corrects, deadline } = event.data as { corrects: string; deadline: DeadlineSet | null };
  const deadlines = (before['deadlines'] ?? []) as readonly SetDeadline[];
  const now = deadlines.flatMap((one) => {
    if (one.eventId !== corrects) return [one];
    return deadline ? [{ ...deadline, eventId: corrects, setOn: event.header.businessDate }] : [];
  });
  return { ...before, deadlines: now };
}

function correctionOf({ header, data }: Recorded): EntryCorrection {
  const { role, organisationId } = header.actor;
  const { reason } = data as { reason: string };
  return { reason, on: header.businessDate, by: { role, ...(organisationId ? { organisationId } : {}) } };
}

/** What an entry is found by. */
export function searchOf(data: Data): string {
  const { number, symbol, abstract, name, text } = data;
  const whole = number && symbol ? `${String(number)}/${String(symbol)}` : '';
  const words = [number, symbol, whole, abstract, name, text];
  return foldForSearch(words.filter((word) => typeof word === 'string').join(' '));
}
