import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Content of a file with a secret, without blanks around it: read once, never logged. Undefined when it can't be read. */
export function secretIn(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/**
 * The environment with the secrets that lie in files: for each `NAME` also `NAME_FILE` is taken, since a variable can be
 * read in the list of processes and a file can't. An empty one counts as absent.
 */
export function withSecretFiles(
  env: Environment,
  names: readonly string[],
): { readonly env: Environment; readonly faults: readonly string[] } {
  const read: Record<string, string> = {};
  const faults: string[] = [];
  for (const name of names) {
    const file = env[`${name}_FILE`];
    if (!file) continue;
    const content = secretIn(file);
    if (env[name]) faults.push(`${name} and ${name}_FILE: only one of them`);
    else if (!content) faults.push(`${name}_FILE: cannot be read, or is empty`);
    else read[name] = content;
  }
  return { env: { ...env, ...read }, faults };
}
