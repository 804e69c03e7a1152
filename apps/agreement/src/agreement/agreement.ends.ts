import type { AgreementData } from '@lien-ket/contracts';
import { referenceFacts } from '@lien-ket/access';
import { DomainError, earliestDay } from '@lien-ket/kernel';

/** Last days of the authorities that a record names as parties, by slug; the body is not yet checked here. */
export function lastDaysOf(content: unknown): Readonly<Record<string, string>> {
  const { parties } = (content ?? {}) as { parties?: unknown };
  const named = Array.isArray(parties) ? (parties as ({ tenant?: unknown } | null)[]) : [];
  const days = named.flatMap((party) => {
    const tenant = typeof party?.tenant === 'string' ? party.tenant : '';
    const { endsOn } = referenceFacts(tenant);
    return endsOn === undefined ? [] : [[tenant, endsOn] as const];
  });
  return Object.fromEntries(days);
}

/** Nobody signs after its last day. @throws DomainError invalid agreement.partyEnded */
export function mustStandAtSigning(
  { parties, signedOn }: AgreementData,
  lastDays: Readonly<Record<string, string>>,
  at: string,
): void {
  const signed = signedOn && earliestDay(signedOn);
  parties.forEach(({ tenant = '' }, index) => {
    const day = lastDays[tenant];
    if (signed === undefined || day === undefined || signed <= day) return;
    const fault = { pointer: `${at}/parties/${index}/tenant`, code: 'agreement.partyEnded', params: { day } };
    throw new DomainError('invalid', 'agreement.partyEnded', { day }, [fault]);
  });
}
