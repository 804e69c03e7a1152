import { isAboveItself, upwards } from './upwards.js';

const TREE: Readonly<Record<string, string>> = { c: 'b', b: 'a', a: 'b', d: 'c', own: 'own', leaf: 'root' };
const above = (id: string): string | undefined => TREE[id];

it.each([
  ['leaf', ['leaf', 'root'], false],
  ['root', ['root'], false],
  ['own', ['own'], true],
  ['a', ['a', 'b'], true],
  ['d', ['d', 'c', 'b', 'a'], false],
])('the way up from %s ends, and tells a circle from what only hangs on one', (id, way, circular) => {
  expect([upwards(id, above), isAboveItself(id, above)]).toEqual([way, circular]);
});

it('of nothing there is no way', () => expect(upwards(undefined, above)).toEqual([]));
