import { idOf, unreachable } from '@lien-ket/kernel';
import { debtorListEvents, type DebtorListEvent } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { entryCorrectionOf } from '../obligation/entry-correction.js';
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
        const said = { proposed: debtors, confirmed: null, bySystem: false, corrections: [] };
        await rows.save(DebtorListRow, { id, revision, ...period, ...said });
        return;
      }
      case 'lk.reporting.debtorlist.confirmed.v1': {
        const bySystem = header.actor.kind === 'system';
        await rows.update(DebtorListRow, id, { revision, confirmed: event.data.debtors, bySystem });
        return;
      }
      case 'lk.reporting.debtorlist.entryCorrected.v1': {
        const row = await rows.findOneByOrFail(DebtorListRow, { id });
        const { debtors: confirmed, reason } = event.data;
        const corrections = [...row.corrections, entryCorrectionOf(header, reason)];
        await rows.save(DebtorListRow, { ...row, revision, confirmed, bySystem: false, corrections });
        return;
      }
    }
    unreachable(event);
  },
};
