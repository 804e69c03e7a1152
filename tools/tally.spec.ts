import { LONG, place } from './long-first.mjs';
import { joined, kindOf, pools, specsOf, SUITES } from './suites.mjs';
import { add, NOTHING, tallyOf, verdict } from './tally.mjs';

const results = (counts: object): object => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...counts,
});

describe('the tally of one Jest run', () => {
  test('a spec file that could not run counts as one failure', () => {
    expect(tallyOf(results({ numPassedTests: 3, numRuntimeErrorTestSuites: 1 }), 1)).toMatchObject({
      passed: 3,
      failed: 1,
    });
  });

  test('what failed is named with the first lines of why, a file that could not run too', () => {
    const why = `\u001b[31mexpected 1\u001b[39m\n\n${'  at somewhere\n'.repeat(20)}`;
    const assertionResults = [
      { status: 'passed', fullName: 'a', failureMessages: [] },
      { status: 'failed', fullName: 'b', failureMessages: [why] },
    ];
    const testResults = [
      { name: 'x.spec.ts', message: why, assertionResults },
      { name: 'y.spec.ts', message: 'cannot read', assertionResults: [] },
      { name: 'z.spec.ts', message: '', assertionResults: [] },
    ];
    const { faults } = tallyOf(results({ numFailedTests: 1, testResults }), 1);
    expect(faults).toHaveLength(2);
    expect(faults[0]?.split('\n').slice(0, 2)).toEqual(['x.spec.ts b', '    expected 1']);
    expect(faults[0]?.split('\n')).toHaveLength(9);
    expect(faults[1]).toBe('y.spec.ts \n    cannot read');
    expect(add({ ...NOTHING, faults: ['one'] }, { ...NOTHING, faults: ['two'] }).faults).toEqual([
      'one',
      'two',
    ]);
  });

  test('a run that died before its results is a failure', () => {
    expect(tallyOf(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('a bad exit without a failed test is a failure', () => {
    expect(tallyOf(results({ numPassedTests: 3 }), 1)).toMatchObject({ passed: 3, failed: 1 });
  });

  test('skipped and todo are skips, and are named', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a' },
      { status: 'pending', fullName: 'b' },
      { status: 'todo', fullName: 'c' },
    ];
    const tally = tallyOf(
      results({ numPendingTests: 1, numTodoTests: 1, testResults: [{ assertionResults }] }),
      0,
    );
    expect(tally).toMatchObject({ skipped: 2, skippedNames: ['b', 'c'] });
  });
});

describe('the verdict', () => {
  const passed = { ...NOTHING, passed: 5, ran: 5 };
  const skipped = { ...NOTHING, skipped: 2 };
  const failed = { ...NOTHING, failed: 1, ran: 1 };

  test.each([
    ['all passed', passed, false, '5 passed, 0 failed, 0 skipped', 0],
    ['one failed', add(passed, failed), false, '5 passed, 1 failed, 0 skipped', 1],
    ['a skip', add(passed, skipped), false, '5 passed, 0 failed, 2 skipped', 0],
    ['a skip where all is required', add(passed, skipped), true, '5 passed, 2 failed, 0 skipped', 1],
    ['no test executed', { ...NOTHING, passed: 4 }, false, '4 passed, 0 failed, 0 skipped', 1],
  ])('%s', (_, total, requireAll, line, code) => {
    expect(verdict(total, requireAll)).toEqual({ line, code });
  });
});

describe('suites', () => {
  test.each([
    ['plan.decider.spec.ts', 'unit'],
    ['plan.int.spec.ts', 'int'],
    ['walk.e2e.spec.ts', 'e2e'],
    ['portal.browser.spec.ts', 'browser'],
    ['relay.kafka.spec.ts', 'kafka'],
    ['issue.acceptance.spec.ts', 'acceptance'],
  ])('%s is %s', (name, kind) => {
    expect(kindOf(`apps/e2e/src/${name}`)).toBe(kind);
  });

  test('each spec file of the project is in exactly one suite, apart from journeys run once more in another form', () => {
    const all = SUITES.filter(({ only }) => !only).flatMap((suite) => specsOf(suite));
    expect(all).toContain('tools/tally.spec.ts');
    expect(all).toEqual([...new Set(all)]);
  });

  test('a part of a path narrows', () => {
    expect(SUITES.flatMap((suite) => specsOf(suite, ['tools/tally']))).toEqual(['tools/tally.spec.ts']);
  });

  test('those of a pool are run as one, and nobody else', () => {
    const names = pools(SUITES).map((pool) => joined(pool).name);
    expect(names.slice(0, 4)).toEqual(['unit', 'canary', 'integration', 'e2e + browser + oidc']);
    expect(pools(SUITES).flat()).toEqual(SUITES);
  });

  test('what is said to be long is there', () => {
    const paths = SUITES.flatMap((suite) => specsOf(suite));
    expect(LONG.filter((part) => !paths.some((path) => path.includes(part)))).toEqual([]);
    expect([...paths].sort((a, b) => place(a) - place(b))[0]).toContain('simulation');
  });
});
