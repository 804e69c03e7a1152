import { describe, expect, it } from '@jest/globals';
import { endedPosts } from './ended.js';

const post = (organisationId: string, role: 'focal' | 'head') => ({
  organisationId,
  organisation: 'x',
  role,
});
const organisation = (id: string, endedOn: string | null = null, successor: string | null = null) => ({
  id,
  name: `Sở ${id}`,
  endedOn,
  successor,
});
const REGISTER = [
  organisation('kh', '2025-02-28', 'Sở tc'),
  organisation('gt', '2025-02-28', 'Sở xd'),
  organisation('tc'),
];

describe('a post in an organisation that is no more', () => {
  it('is told once, from the day after the last day on', () => {
    const assignments = [post('kh', 'focal'), post('kh', 'head'), post('tc', 'focal')];
    const ended = { organisation: 'Sở kh', endedOn: '2025-02-28', successor: 'Sở tc', registered: true };
    expect(endedPosts({ assignments, businessDate: '2025-02-28' }, REGISTER)).toEqual([]);
    expect(endedPosts({ assignments, businessDate: '2025-03-01' }, REGISTER)).toEqual([ended]);
  });

  it('says when the register has no successor to hand over to', () => {
    const me = { assignments: [post('gt', 'head')], businessDate: '2025-03-11' };
    expect(endedPosts(me, REGISTER)).toMatchObject([{ successor: 'Sở xd', registered: false }]);
  });
});
