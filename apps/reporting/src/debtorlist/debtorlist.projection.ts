import { idOf, unreachable } from '@lien-ket/kernel';
import { debtorListEvents, type DebtorListEvent } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { DebtorListRow } from './debtorlist.rows.js';

export const debtorListProjection: Projection = {
  name: 'debtor-lists',
  types: Object.values(debtorListEvents).map(({ type }) => type),
  tables: ['debtor_list'],
  async apply(rows, { stream, revision, type, data, header }) {
    const event = { type, data } as DebtorListEvent;
    const id = idOf(stream);
    switch (event.type) {
      case 'lk.reporting.debtorlist.proposed.v1': {
        const { debtors, ...period } = event.data;
        const row = { id, revision, ...period, proposed: debtors, confirmed: null, bySystem: false };
        await rows.save(DebtorListRow, row);
        return;
      }
      case 'lk.reporting.debtorlist.confirmed.v1': {
        const bySystem = header.actor.kind === 'system';
        await rows.update(DebtorListRow, id, { revision, confirmed: event.data.debtors, bySystem });
        return;
      }
    }
    unreachable(event);
  },
};
