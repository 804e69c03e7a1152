import { databaseFindings } from './database.js';
import type { DatabaseState } from './database.adapter.js';
import { codeOf, fault, notice, page, well } from './finding.js';
import { diskFinding } from './machine.js';

const GIB = 2 ** 30;
const GOOD: DatabaseState = {
  version: '18.4',
  ahead: 3,
  connections: { used: 20, most: 220 },
  tenants: [
    { tenant: 'hcmc', current: true, parked: 0, unread: 0, left: [] },
    { tenant: 'tien-giang', current: true, parked: 0, unread: 0, left: [] },
  ],
};

describe('the page', () => {
  it('says that all is well', () => {
    const findings = [well('Node.js', '24')];
    expect(page(findings)).toBe('✓ Node.js                24\n\nMọi thứ đều ổn (all is well).');
    expect(codeOf(findings)).toBe(0);
  });

  it('says of each fault what to do, and ends with 1', () => {
    const findings = [well('A', 'a'), notice('B', 'b', 'làm b'), fault('C', 'c', 'làm c')];
    expect(page(findings).split('\n')).toEqual([
      '✓ A                      a',
      '! B                      b',
      '    → làm b',
      '✗ C                      c',
      '    → làm c',
      '',
      '1 lỗi, 1 điều cần để ý (faults, notices).',
    ]);
    expect(codeOf(findings)).toBe(1);
    expect(codeOf(findings.slice(0, 2))).toBe(0);
  });
});

describe('what PostgreSQL says', () => {
  it('is well when it is', () => {
    expect(databaseFindings(GOOD).map(({ state }) => state)).toEqual([
      'well',
      'well',
      'well',
      'well',
      'well',
      'well',
    ]);
  });

  it.each<[string, Partial<DatabaseState>, 'notice' | 'fault', string]>([
    ['a clock behind by two seconds', { ahead: -2_000 }, 'notice', 'Đồng hồ'],
    ['a clock ahead by a minute', { ahead: 60_000 }, 'fault', 'Đồng hồ'],
    ['few connections left', { connections: { used: 180, most: 220 } }, 'notice', 'Kết nối PostgreSQL'],
    ['no connection left', { connections: { used: 215, most: 220 } }, 'fault', 'Kết nối PostgreSQL'],
    [
      'a database of another version',
      { tenants: [{ tenant: 'hcmc', current: false, parked: 0, unread: 0, left: [] }] },
      'fault',
      'Lược đồ dữ liệu',
    ],
    [
      'messages that wait',
      { tenants: [{ tenant: 'hcmc', current: true, parked: 2, unread: 1, left: [] }] },
      'fault',
      'Thông điệp đang chờ',
    ],
  ])('tells of %s', (_, change, state, about) => {
    const found = databaseFindings({ ...GOOD, ...change }).filter((one) => one.state !== 'well');
    expect(found).toEqual([{ about, state, says: expect.any(String), todo: expect.any(String) }]);
  });
});

test.each([
  [{ free: 50 * GIB, total: 100 * GIB }, 'well'],
  [{ free: 8 * GIB, total: 100 * GIB }, 'notice'],
  [{ free: 2 * GIB, total: 100 * GIB }, 'fault'],
  [{ free: GIB / 2, total: 2 * GIB }, 'fault'],
  [undefined, 'notice'],
] as const)('a disk with %j is %s', (space, state) => {
  expect(diskFinding('/data', space).state).toBe(state);
});
