import { fieldOfFault } from './fault-fields.js';

const FIELDS = [
  ['links'],
  ['document', 'number'],
  ['document', 'date', 'day'],
  ['document', 'date', 'month'],
  ['note'],
];

it.each([
  [['note'], ['note']],
  [['links', 1], ['links']],
  [
    ['document', 'date'],
    ['document', 'date', 'day'],
  ],
  [
    ['document', 'date', 'month'],
    ['document', 'date', 'month'],
  ],
  [['elsewhere'], undefined],
  [[], undefined],
])('a fault at %j is said at %j', (path, field) => expect(fieldOfFault(path, FIELDS)).toEqual(field));
