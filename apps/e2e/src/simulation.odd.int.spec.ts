import { Checker } from './simulation/checker.js';
import { keepToOneCore } from './simulation/core.adapter.js';
import { History, type Outcome } from './simulation/history.js';
import { liveHalf } from './simulation/lived.js';
import { World } from './simulation/world.adapter.js';

let world: World;
let useAllCores: () => void;
let outcomes: readonly Outcome[] = [];
beforeAll(async () => {
  useAllCores = keepToOneCore(1);
  world = await World.open();
}, 120_000);
afterAll(async () => {
  await world.close();
  useAllCores();
});

it('histories of odd seeds: nothing lost, nothing twice, every view the fold of its log', async () => {
  outcomes = await liveHalf(world, 1);
  expect(outcomes.filter(({ faults }) => faults.length > 0)).toEqual([]);
}, 3_600_000);

it('are no quiet ones: processes were killed in most, and records of the broker were lost', () => {
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  expect(sum(({ killed }) => killed)).toBeGreaterThan(outcomes.length);
  expect(sum(({ lost }) => lost)).toBeGreaterThan(outcomes.length / 2);
});

it('a seed is the whole history: lived again, it is the same', async () => {
  const [once, again] = [await History.run(world, 7), await History.run(world, 7)];
  expect(again).toEqual(once);
}, 120_000);

describe('the checker', () => {
  /** What somebody or something does to the stores of a healthy history, and what must be said of it. */
  const HARM: readonly (readonly [name: string, tenant: string, sql: string, said: RegExp])[] = [
    ['an event is gone', 'tien-giang', `DELETE FROM log.event WHERE seq = 20`, /number 21 at place 20/],
    [
      'two events changed places',
      'tien-giang',
      `WITH two AS (SELECT stream, min(seq) AS a, max(seq) AS b FROM log.event
                      WHERE stream LIKE 'obligation-%' GROUP BY stream HAVING count(*) > 1 LIMIT 1)
       UPDATE log.event SET seq = CASE WHEN seq = a THEN -b ELSE -a END FROM two WHERE seq IN (a, b);
       UPDATE log.event SET seq = -seq WHERE seq < 0`,
      /obligation-.*: revision \d+ instead of 0/,
    ],
    [
      'a notice is there twice',
      'tien-giang',
      `INSERT INTO log.event SELECT (SELECT max(seq) + 1 FROM log.event), 'notice-' || gen_random_uuid(), 0,
         gen_random_uuid(), type, recorded_at, business_date, effective_on, header, data
         FROM log.event WHERE type LIKE '%notice.notified%' LIMIT 1`,
      /notice was made twice/,
    ],
    [
      'a row says something else',
      'tien-giang',
      `UPDATE reporting.obligation SET state = 'waived'`,
      /row says waived/,
    ],
    ['HCMC sees too little', 'hcmc', `DELETE FROM reporting.overview_thing WHERE kind = 'plan'`, /hcmc sees/],
    [
      'something did not cross',
      'hcmc',
      `DELETE FROM log.event WHERE seq = (SELECT max(seq) FROM log.event WHERE stream LIKE 'received-%')`,
      /sent, \d+ received/,
    ],
    [
      'another province is spoken of',
      'tien-giang',
      `UPDATE reporting.obligation SET search = 'Kế hoạch nghe-an'`,
      /speaks of nghe-an/,
    ],
    [
      'a message was given up',
      'nghe-an',
      `INSERT INTO activity.parked (handler, message, stream, seq, type, reason, attempts, business_date)
       VALUES ('x', gen_random_uuid(), 's', 1, 't', 'why', 1, '2025-05-12')`,
      /activity: parked: why/,
    ],
  ];

  beforeAll(async () => {
    expect((await History.run(world, 2)).faults).toEqual([]);
  }, 120_000);

  it.each(HARM)('says so when %s', async (_name, tenant, sql, said) => {
    await world.query(tenant, 'BEGIN');
    await world.query(tenant, sql);
    const faults = await new Checker(world).check([]);
    await world.query(tenant, 'ROLLBACK');
    expect(faults.join('\n')).toMatch(said);
  });

  it('says so when handlers swallow messages and nobody reads again', async () => {
    const { faults } = await History.run(world, 2, { swallows: 0.2 });
    expect(faults).not.toEqual([]);
  });
});
