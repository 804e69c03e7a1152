import type { Recorded } from '@lien-ket/kernel';
import { matches } from './log-filter.js';

const event = (type: string, effectiveOn?: string): Recorded =>
  ({
    type,
    stream: 'plan-1',
    header: { businessDate: '2023-12-20', actor: { account: 'a', role: 'leader' }, effectiveOn },
  }) as unknown as Recorded;
const LOG = [
  event('lk.agreement.plan.issued.v1', '2023-12-01'),
  event('lk.agreement.plan.amended.v1', '2023-12-19'),
  event('lk.reporting.obligation.waived.v1'),
];
const found = (filter: Parameters<typeof matches>[1]) =>
  LOG.filter((each) => matches(each, filter)).map(({ type }) => type.split('.')[3]);

it.each([
  [{ type: 'plan.' }, ['issued', 'amended']],
  [{ type: '.issued.,.waived.' }, ['issued', 'waived']],
  [{ backdated: true }, ['issued']],
  [{ backdated: false }, ['amended', 'waived']],
  [{ type: '.waived.', backdated: true }, []],
  [{}, ['issued', 'amended', 'waived']],
])('the log under %j', (filter, names) => expect(found(filter)).toEqual(names));
