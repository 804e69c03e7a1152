import { execFileSync } from 'node:child_process';
import { formatBundle, verifyBundle, type Bundle, type Scope } from '@lien-ket/audit-log';
import { seal, type Binding } from '@lien-ket/vault';
import { WorldKeys, type WorldEvent } from './audit-world.js';

export const worldKeys = new WorldKeys();
export const PLAN_ID = '01890000-0000-7000-8000-000000000001';
export const planStream = `plan-${PLAN_ID}`;
export const amendmentStream = 'amendment-01890000-0000-7000-8000-000000000002';
const third = 'contact-01890000-0000-7000-8000-000000000003';
export const planScope: Scope = { kind: 'plan', id: PLAN_ID };
export const planStreams = [planStream, amendmentStream];
const cycle = [planStream, amendmentStream, third, planStream, third];
export const madeHistory = (count: number, salt = 0): WorldEvent[] =>
  Array.from({ length: count }, (_, at) => ({
    stream: cycle[(at * 7 + salt) % cycle.length] ?? planStream,
    text: JSON.stringify({ at, salt, note: 'Kế hoạch 419' }),
  }));

/** A phone number as the product stores it. */
export function sealedPhone(key: Buffer, kid: string, binding: Binding): Record<string, unknown> {
  return { ...seal(key, kid, 'contact', binding, Buffer.alloc(12, 1), '0901234567') };
}

/** Every judged bundle, so that the second verifier can judge the same. */
export const judged: { file: Buffer; policy: string | null; verdict: string; code: string | undefined }[] =
  [];

export function judge(bundle: Bundle | Buffer, policy: string | null = worldKeys.policy): string {
  const file = Buffer.isBuffer(bundle) ? bundle : Buffer.from(formatBundle(bundle));
  const { verdict, first } = verifyBundle(file, policy ?? undefined);
  judged.push({ file, policy, verdict, code: first?.code });
  return verdict;
}

/** What was said last: the verdict, and the code of the first fault. */
export function lastJudged(): string {
  const { verdict = '', code } = judged.at(-1) ?? {};
  return code === undefined ? verdict : `${verdict} ${code}`;
}

/** The second verifier's verdict and code of each, or undefined where there is no Python. */
function inPython(chosen: typeof judged): { verdict: string; code: string | null }[] | undefined {
  const script = new URL('../../../tools/verify-py/verify.py', import.meta.url).pathname;
  const base64 = (given: string | Buffer): string => Buffer.from(given).toString('base64');
  const input = chosen.map(({ file, policy }) => `${base64(file)} ${policy === null ? '-' : base64(policy)}`);
  try {
    execFileSync('python3', ['--version']);
  } catch {
    return undefined;
  }
  const answer = execFileSync('python3', [script, '--lines'], {
    input: input.join('\n') + '\n',
    maxBuffer: 2 ** 28,
  });
  return answer
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { verdict: string; code: string | null });
}

/** Of every `every`-th bundle judged: what the two verifiers do not say alike. */
export function disagreements(every: number): string[] {
  const chosen = judged.filter((_, at) => at % every === 0);
  const found = inPython(chosen);
  return chosen.flatMap(({ verdict, code }, at) => {
    const second = found?.[at] ?? { verdict, code: code ?? null };
    const isSame = second.verdict === verdict && second.code === (code ?? null);
    return isSame ? [] : [`${verdict} ${code ?? ''} / ${second.verdict} ${second.code ?? ''}`];
  });
}
