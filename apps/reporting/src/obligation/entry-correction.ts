import type { EntryCorrection } from '@lien-ket/contracts';
import type { Recorded } from '@lien-ket/kernel';

/** Who corrected an entry in which capacity, when and why, as it stands beside it. */
export function entryCorrectionOf(
  { actor, businessDate: on }: Recorded['header'],
  reason: string,
): EntryCorrection {
  const { role, organisationId } = actor;
  return { reason, on, by: { role, ...(organisationId ? { organisationId } : {}) } };
}
