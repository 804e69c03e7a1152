import { folderFaults } from './folders.mjs';
import { wireNameFaults } from './wire-names.mjs';

describe('folders', () => {
  test.each(['utils', 'common', 'shared', 'helpers', 'core', 'base', 'misc', 'Utils'])(
    '%s is refused',
    (name) => {
      expect(folderFaults([`apps/agreement/src/${name}/a.ts`])).toHaveLength(1);
      expect(folderFaults([`libs/${name}/src/a.ts`])).toHaveLength(1);
    },
  );

  test('two folders under src pass, three are refused', () => {
    expect(folderFaults(['apps/portal/src/plan/history/diff.tsx'])).toEqual([]);
    expect(folderFaults(['apps/portal/src/plan/history/diff/row.tsx'])).toEqual([
      'apps/portal/src/plan/history/diff: deeper than 2 under src',
    ]);
  });

  test('a folder is named once, however many files it holds', () => {
    expect(folderFaults(['libs/utils/a.ts', 'libs/utils/b.ts'])).toHaveLength(1);
  });

  test('an app has no index.ts, a lib has', () => {
    expect(folderFaults(['libs/kernel/src/index.ts'])).toEqual([]);
    expect(folderFaults(['apps/audit/src/index.ts'])).toEqual([
      'apps/audit/src/index.ts: an app has no index.ts',
    ]);
  });

  test('a file may be called what a folder may not', () => {
    expect(folderFaults(['infra/docker/base.yml'])).toEqual([]);
  });
});

describe('wire names', () => {
  test('each registered once', () => {
    expect(wireNameFaults(['lk.agreement.plan.issued.v1', 'lk.agreement.plan.issued.v2'])).toEqual([]);
  });

  test('a duplicate is refused', () => {
    const names = [
      'lk.agreement.plan.issued.v1',
      'lk.activity.activity.made.v1',
      'lk.agreement.plan.issued.v1',
    ];
    expect(wireNameFaults(names)).toEqual(['lk.agreement.plan.issued.v1: registered twice']);
  });

  test.each([
    'plan.issued.v1',
    'lk.agreement.plan.issued',
    'lk.agreement.plan.issued.v0',
    'lk.Agreement.plan.issued.v1',
  ])('shape: %s is refused', (name) => {
    expect(wireNameFaults([name])).toHaveLength(1);
  });
});
