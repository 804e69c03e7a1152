import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BOUNDARIES, CLEAN, CLOCKS, OWNED_IMPORTS, STYLE, type Planted } from './planted.js';

interface Finding {
  readonly ruleId: string | null;
  readonly message: string;
}

const ALL = [...BOUNDARIES, ...OWNED_IMPORTS, ...CLOCKS, ...STYLE, ...CLEAN];
const findings = new Map<Planted, readonly Finding[]>();

beforeAll(() => {
  const script = fileURLToPath(new URL('./lint-planted.mjs', import.meta.url));
  const run = spawnSync(process.execPath, [script], { input: JSON.stringify(ALL), encoding: 'utf8' });
  expect(run.stderr).toBe('');
  const answers = JSON.parse(run.stdout) as Finding[][];
  ALL.forEach((planted, at) => findings.set(planted, answers[at] ?? []));
}, 60_000);

const rulesOf = (planted: Planted): readonly (string | null)[] => [
  ...new Set((findings.get(planted) ?? []).map((finding) => finding.ruleId)),
];
const named = (all: readonly Planted[]): [string, Planted][] => all.map((planted) => [planted.what, planted]);

describe('a planted violation is refused by its own rule and no other', () => {
  test.each(named([...BOUNDARIES, ...OWNED_IMPORTS, ...CLOCKS, ...STYLE]))('%s', (_, planted) => {
    expect(rulesOf(planted)).toEqual([planted.rule]);
  });
});

describe('what is allowed passes', () => {
  test.each(named(CLEAN))('%s', (_, planted) => {
    expect(findings.get(planted)).toEqual([]);
  });
});

test('a rule cannot be switched off by a comment', () => {
  const [planted] = CLOCKS;
  expect(planted).toBeDefined();
  const code = `/* eslint-disable */\n${planted?.code}`;
  const script = fileURLToPath(new URL('./lint-planted.mjs', import.meta.url));
  const input = JSON.stringify([{ path: planted?.path, code }]);
  const run = spawnSync(process.execPath, [script], { input, encoding: 'utf8' });
  expect(run.stdout).toContain('house/no-clock-or-chance');
});
