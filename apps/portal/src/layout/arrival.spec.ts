import { beginsAnew } from './arrival.js';

const arrival = { from: '/plans', to: '/plans/1', fresh: true, kept: false };

it('a reader begins anew at another page', () => {
  expect(beginsAnew(arrival)).toBe(true);
  expect(beginsAnew({ ...arrival, fresh: false })).toBe(true);
});

it('stays where they are at the first page, on the same path, and at a tab with an address of its own', () => {
  expect(beginsAnew({ ...arrival, from: undefined })).toBe(false);
  expect(beginsAnew({ ...arrival, to: '/plans' })).toBe(false);
  expect(beginsAnew({ ...arrival, fresh: false, kept: true })).toBe(false);
});
