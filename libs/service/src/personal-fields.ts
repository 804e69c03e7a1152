import { DomainError, type Fault } from '@lien-ket/kernel';
import { personalDataIn, type PersonalFields } from '@lien-ket/contracts';
import { pointerOf } from './zod-faults.js';

type Path = readonly PropertyKey[];

/**
 * Refuses ways to a person and identity numbers in every text of a body, official papers too, but in the fields that the
 * contract names: a new command is covered by itself. @throws DomainError invalid text.personalData, a fault per place
 */
export function refusePersonalData(body: unknown, takes: PersonalFields = {}): void {
  const faults = [...faultsIn(body, [], takes)];
  const [first] = faults;
  if (first) throw new DomainError('invalid', first.code, first.params, faults);
}

function* faultsIn(value: unknown, path: Path, takes: PersonalFields): Generator<Fault> {
  if (typeof value === 'string') yield* faultsOfText(value, path, takes);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* faultsIn(inner, [...path, key], takes);
}

function* faultsOfText(text: string, path: Path, { ofPerson }: PersonalFields): Generator<Fault> {
  if (ofPerson?.includes(String(path[0]))) return;
  const person = personalDataIn(text);
  if (person)
    yield { pointer: pointerOf(path), code: 'text.personalData', params: { begins: person.begins } };
}
