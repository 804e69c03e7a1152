import { idOf, unreachable } from '@lien-ket/kernel';
import { noticeEvents, type NoticeEvent } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { NoticeReadRow, NoticeRow } from './notice.rows.js';

export const noticeProjection: Projection = {
  name: 'notices',
  types: Object.values(noticeEvents).map(({ type }) => type),
  tables: ['notice', 'notice_read'],
  async apply(rows, { stream, seq, revision, type, data, header }) {
    const event = { type, data } as NoticeEvent;
    const id = idOf(stream);
    switch (event.type) {
      case 'lk.notification.notice.notified.v1': {
        const { kind, organisationId, roles, params, link, example } = event.data;
        const onDay = header.businessDate;
        const said = { kind, organisationId, roles, params, link, example };
        await rows.save(NoticeRow, { id, revision, seq, onDay, ...said });
        return;
      }
      case 'lk.notification.notice.read.v1':
        await rows.update(NoticeRow, id, { revision });
        await rows.save(NoticeReadRow, { noticeId: id, account: event.data.account });
        return;
    }
    unreachable(event);
  },
};
