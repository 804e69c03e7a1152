import { documentEvents, type EntryCorrection } from '@lien-ket/contracts';
import { foldForSearch, type Recorded } from '@lien-ket/kernel';

type Data = Record<string, unknown>;

/** Corrections that say an entry of a register as a whole. */
export const CORRECTED: readonly string[] = [documentEvents.entryCorrected].map(({ type }) => type);

/** The corrected entry in the place of the wrong one, with who corrected it, when and why. */
export function corrected(before: Data, event: Recorded): Data {
  const { content } = event.data as { content: Data };
  const corrections = (before['corrections'] ?? []) as readonly EntryCorrection[];
  return { ...content, corrections: [...corrections, correctionOf(event)] };
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
