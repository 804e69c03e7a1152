import { demoSchedule, demoTenants } from './demo/demo-schedule.js';
import { DomainError } from '@lien-ket/kernel';
import { referenceFacts, refuseContradiction } from './reference.js';

describe('what the reference data know of a tenant', () => {
  it('Đồng Tháp of before 01/07/2025, and the one formed then', () => {
    expect(referenceFacts('dong-thap')).toEqual({
      code: '87',
      endsOn: '2025-06-30',
      successor: 'dong-thap-2025',
    });
    expect(referenceFacts('dong-thap-2025')).toEqual({ code: '82' });
    expect(referenceFacts('no-such')).toEqual({});
  });

  it('agrees with every tenant of the demonstration, Thừa Thiên Huế renamed among them', () => {
    const said = demoTenants().map(({ id, periods, successor }) => [
      id,
      periods.at(-1)?.code,
      periods.at(-1)?.to,
      successor?.slug,
    ]);
    const known = demoTenants().map(({ id }) => {
      const { code, endsOn, successor } = referenceFacts(id);
      return [id, code, endsOn, successor];
    });
    expect(known).toEqual(said);
  });

  it('a province that was only renamed keeps its organisations', () => {
    const ends = demoSchedule().filter(({ path }) => path.endsWith('/end'));
    expect(ends.filter(({ tenant }) => tenant === 'tien-giang').length).toBeGreaterThan(10);
    const renamed = ends.filter(({ tenant }) => tenant === 'thua-thien-hue');
    expect(renamed.filter(({ on }) => on === '2024-12-31')).toEqual([]);
  });
});

describe('a tenant that is added', () => {
  const present = [
    { id: 'tien-giang', code: '82', endsOn: '2025-06-30' },
    { id: 'thu', code: 'T1', endsOn: null },
  ];
  const told = (asked: Parameters<typeof refuseContradiction>[0], on: string): string => {
    try {
      refuseContradiction(asked, present, on);
      return 'taken';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return `${error.code} ${error.faults[0]?.pointer} ${Object.values(error.params).join(' ')}`;
    }
  };
  it.each([
    ['as the list knows it', { id: 'dong-thap' }, '2023-12-05', 'taken'],
    ['as the list knows it, typed', { id: 'dong-thap', code: '87' }, '2023-12-05', 'taken'],
    ['with another code', { id: 'dong-thap', code: '82' }, '2023-12-05', 'tenant.otherwise /code 87'],
    [
      "with another province's code",
      { id: 'long-an', code: '87' },
      '2023-12-05',
      'tenant.otherwise /code 80',
    ],
    [
      'with another end',
      { id: 'long-an', endsOn: '2024-01-01' },
      '2023-12-05',
      'tenant.otherwise /endsOn 2025-06-30',
    ],
    [
      'with another successor',
      { id: 'long-an', successor: 'hcmc' },
      '2023-12-05',
      'tenant.otherwise /successor tay-ninh-2025',
    ],
    [
      'with an end that the list does not know',
      { id: 'cao-bang', endsOn: '2030-06-30' },
      '2025-07-01',
      'taken',
    ],
    ['before it is formed', { id: 'dong-thap-2025' }, '2025-06-30', 'tenant.notYet /id 2025-07-01'],
    ['when it is formed, with its code', { id: 'dong-thap-2025', code: '82' }, '2025-07-01', 'taken'],
    ['on its last day', { id: 'dong-thap' }, '2025-06-30', 'taken'],
    ['after its end', { id: 'dong-thap' }, '2025-07-01', 'tenant.ended /id 2025-06-30'],
    ['outside the list, with a code of its own', { id: 'thu-2', code: 'T2' }, '2023-12-05', 'taken'],
    ['outside the list, without a code', { id: 'thu-2' }, '2023-12-05', 'taken'],
    [
      "outside the list, with a tenant's code",
      { id: 'thu-2', code: 'T1' },
      '2023-12-05',
      'tenant.codeTaken /code T1 thu',
    ],
    [
      'outside the list, with the code of a province that has not joined',
      { id: 'thu-2', code: '87' },
      '2023-12-05',
      'tenant.codeTaken /code 87 dong-thap',
    ],
    [
      'outside the list, with a code that goes on to the successor',
      { id: 'thu-2', code: '82' },
      '2025-07-01',
      'tenant.codeTaken /code 82 dong-thap-2025',
    ],
    [
      'outside the list, with a code that nobody has any more',
      { id: 'thu-2', code: '87' },
      '2025-07-01',
      'taken',
    ],
  ])('%s', (_how, asked, on, outcome) => expect(told(asked, on)).toBe(outcome));
});
