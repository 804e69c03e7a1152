import { refuseDayPast } from './day-past.js';
import { DomainError } from './errors.js';

it.each<[string, string | undefined, string]>([
  ['no day', undefined, 'taken'],
  ['yesterday', '2024-03-14', 'invalid x.past /until'],
  ['today', '2024-03-15', 'taken'],
  ['tomorrow', '2024-03-16', 'taken'],
])('%s', (_name, said, outcome) => {
  const told = (): string => {
    try {
      refuseDayPast(said, '2024-03-15', { code: 'x.past', pointer: '/until' });
      return 'taken';
    } catch (error) {
      return error instanceof DomainError
        ? `${error.kind} ${error.code} ${error.faults[0]?.pointer}`
        : 'other';
    }
  };
  expect(told()).toBe(outcome);
});
