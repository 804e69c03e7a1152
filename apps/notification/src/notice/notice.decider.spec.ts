import type { Role } from '@lien-ket/kernel';
import type { Sender } from '@lien-ket/access';
import { noticeDecider, type Notice, type NoticeCommand, type Notified } from './notice.decider.js';

const data: Notified = {
  kind: 'obligationOpened',
  organisationId: 'sct',
  roles: ['officer', 'head'],
  params: { title: 'Báo cáo' },
  link: '/obligations/1',
  key: 'k',
  example: false,
};
const reader = (role: Role, organisationId: string): Sender => ({
  account: 'a',
  roles: [{ role, organisationId }],
  system: false,
});
const when = (state: Notice, command: NoticeCommand, by: Sender) =>
  noticeDecider.decide({ ...command, by, on: '2023-12-05' }, state);
const nothing: Notice = { notified: null, readBy: [] };
const made: Notice = { notified: data, readBy: [] };

describe('notice', () => {
  it('is made once, whatever asks again', () => {
    expect(when(nothing, { type: 'notify', data }, reader('officer', 'x'))).toEqual([
      { type: 'lk.notification.notice.notified.v1', data },
    ]);
    expect(when(made, { type: 'notify', data }, reader('officer', 'x'))).toEqual([]);
  });

  it('is read by each of those it went to, once', () => {
    expect(when(made, { type: 'read' }, reader('officer', 'sct'))).toEqual([
      { type: 'lk.notification.notice.read.v1', data: { account: 'a' } },
    ]);
    expect(when({ ...made, readBy: ['a'] }, { type: 'read' }, reader('officer', 'sct'))).toEqual([]);
    expect(when({ ...made, readBy: ['b'] }, { type: 'read' }, reader('head', 'sct'))).toHaveLength(1);
  });

  it.each([
    ['another role', reader('clerk', 'sct')],
    ['another organisation', reader('officer', 'syt')],
  ])('is not there for %s', (_, by) => {
    expect(() => when(made, { type: 'read' }, by)).toThrow('notFound notFound');
  });
});
