import type { Fault } from '@lien-ket/kernel';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A contract may give its own code as the message of a refinement: `date.notADay`. */
const OWN_CODE = /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/;

/** The faults of a refused input, one per place, with JSON pointers (RFC 6901). */
export function faultsOf(error: z.core.$ZodError, input: unknown): readonly Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(issue, input));
}

function faultsOfIssue(issue: Issue, input: unknown): readonly Fault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'field.unknown' }));
  if (valueAt(input, issue.path) === undefined) return [{ pointer, code: 'field.required' }];
  return [{ pointer, ...codeOf(issue) }];
}

function codeOf(issue: Issue): Omit<Fault, 'pointer'> {
  if (OWN_CODE.test(issue.message)) return { code: issue.message };
  if (issue.code === 'invalid_type') return { code: 'field.type', params: { expected: issue.expected } };
  if (issue.code === 'invalid_format') return { code: 'field.format', params: { format: issue.format } };
  if (issue.code === 'too_small')
    return { code: 'field.tooSmall', params: { minimum: String(issue.minimum) } };
  if (issue.code === 'too_big') return { code: 'field.tooBig', params: { maximum: String(issue.maximum) } };
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return { code: 'field.value' };
  return { code: 'field.invalid' };
}

export function pointerOf(path: Path): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    input,
  );
}
