import type { AgreementData } from '@lien-ket/contracts';
import { DomainError, foldForSearch } from '@lien-ket/kernel';
import type { Recorder } from './agreement.decider.js';

/**
 * An agreement is recorded by one of its parties, and each of them signs once: one that stands twice in the record
 * would confirm for two.
 */
export function mustBeParties(content: AgreementData, recorder: Recorder['recorder'], at: string): void {
  mustBeOurs(content, recorder, `${at}/parties`);
  content.parties.forEach((party, index) => {
    const field = twiceBy(party, content.parties.slice(0, index));
    if (field) refuse(`${at}/parties/${index}/${field}`, 'agreement.partyTwice');
  });
}

type Party = AgreementData['parties'][number];

function twiceBy(party: Party, before: readonly Party[]): 'tenant' | 'name' | undefined {
  if (party.tenant !== undefined && before.some(({ tenant }) => tenant === party.tenant)) return 'tenant';
  const name = foldForSearch(party.name);
  return before.some((one) => foldForSearch(one.name) === name) ? 'name' : undefined;
}

/** Of a sub-agreement also the house of an organisation that is one. */
function mustBeOurs(
  { parent, parties }: AgreementData,
  { tenant, organisations }: Recorder['recorder'],
  at: string,
): void {
  const names = parent ? organisations.map(foldForSearch) : [];
  const ours = parties.some(
    (party) =>
      party.tenant === tenant || (party.tenant === undefined && names.includes(foldForSearch(party.name))),
  );
  if (!ours) refuse(at, parent ? 'agreement.noPartyOfOurs' : 'agreement.notOurs');
}

function refuse(pointer: string, code: string): never {
  throw new DomainError('invalid', code, {}, [{ pointer, code }]);
}
