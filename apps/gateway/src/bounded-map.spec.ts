import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from './bounded-map.js';

describe('BoundedMap', () => {
  it('forgets what has expired', () => {
    const map = new BoundedMap<string>(3);
    map.set('a', 'A', 10, 0);
    expect([map.get('a', 9), map.get('a', 10)]).toEqual(['A', undefined]);
  });

  it('never holds more than its bound: first goes what expired, then what was written longest ago', () => {
    const map = new BoundedMap<number>(3);
    map.set('old', 1, 100, 0);
    map.set('expired', 2, 5, 0);
    map.set('young', 3, 100, 0);
    map.set('new', 4, 100, 6);
    expect(map.keys()).toEqual(['old', 'young', 'new']);
    map.set('old', 5, 100, 6);
    map.set('newer', 6, 100, 6);
    expect(map.keys()).toEqual(['new', 'old', 'newer']);
  });
});
