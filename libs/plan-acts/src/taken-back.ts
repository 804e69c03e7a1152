import type { AmendedData, PlanEvent } from '@lien-ket/contracts';
import type { Recorded } from '@lien-ket/kernel';

type Correction = Extract<PlanEvent, { type: 'lk.agreement.plan.entryCorrected.v1' }>;

/** The amendment of a plan's log that a correction says was entered by mistake; undefined where it takes back none. */
export function amendmentTakenBack(
  { data }: Recorded,
  history: readonly Recorded[],
): { readonly eventId: string; readonly amendment: AmendedData } | undefined {
  const { corrects, replacement } = data as Correction['data'];
  if (!replacement.enteredInError) return undefined;
  const act = history.find(({ header }) => header.id === corrects);
  if (act?.type !== 'lk.agreement.plan.amended.v1') return undefined;
  return { eventId: corrects, amendment: act.data as AmendedData };
}
