import { DomainError, unreachable, type Decider, type Role } from '@lien-ket/kernel';
import type { CommandOf, NoticeEvent, noticeCommands } from '@lien-ket/contracts';
import type { Sent } from '@lien-ket/runtime';

export type Notified = Extract<NoticeEvent, { type: 'lk.notification.notice.notified.v1' }>['data'];

/** Thông báo to a role in an organisation. */
export interface Notice {
  readonly notified: Notified | null;
  readonly readBy: readonly string[];
}

export type NoticeCommand =
  CommandOf<typeof noticeCommands> | { readonly type: 'notify'; readonly data: Notified };

export const noticeDecider: Decider<Notice, Sent<NoticeCommand>, NoticeEvent> = {
  aggregate: 'notice',
  initialState: () => ({ notified: null, readBy: [] }),
  decide(command, state) {
    switch (command.type) {
      case 'notify':
        return state.notified ? [] : [{ type: 'lk.notification.notice.notified.v1', data: command.data }];
      case 'read':
        return read(command, state);
    }
    return unreachable(command);
  },
  evolve(state, event) {
    switch (event.type) {
      case 'lk.notification.notice.notified.v1':
        return { ...state, notified: event.data };
      case 'lk.notification.notice.read.v1':
        return { ...state, readBy: [...state.readBy, event.data.account] };
    }
    return unreachable(event);
  },
};

/** Each reader reads for himself; a notice to others is as if it were not there. */
function read({ by }: Extract<Sent<NoticeCommand>, { type: 'read' }>, state: Notice): readonly NoticeEvent[] {
  const { notified, readBy } = state;
  const mine = by.roles.some(
    ({ role, organisationId }) =>
      organisationId === notified?.organisationId && notified.roles.includes(role satisfies Role),
  );
  if (!mine) throw new DomainError('notFound', 'notFound');
  if (readBy.includes(by.account)) return [];
  return [{ type: 'lk.notification.notice.read.v1', data: { account: by.account } }];
}
