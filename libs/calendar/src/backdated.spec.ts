import { isBackdated } from './backdated.js';

it('an act is back-dated when more than five working days lie between its effect and its entry', () => {
  // Friday 01/12/2023: the fifth working day after it is Friday 08/12.
  expect(isBackdated('2023-12-01', '2023-12-08')).toBe(false);
  expect(isBackdated('2023-12-01', '2023-12-10')).toBe(true);
  expect(isBackdated('2024-01-01', '2023-12-10')).toBe(false);
});

it('an act that names no day of effect is not', () => {
  for (const none of [null, undefined]) expect(isBackdated(none, '2023-12-08')).toBe(false);
});
