import { erasureEvents, type ErasureEvent } from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { ErasureDutyRow } from './erasure-duty.rows.js';

/** Requests for erasure while the law's days for them run. */
export const erasureDutyProjection: Projection = {
  name: 'erasure-duties',
  types: Object.values(erasureEvents).flatMap((contract) => (contract.public ? [contract.type] : [])),
  tables: ['erasure_duty'],
  async apply(rows, recorded) {
    const id = idOf(recorded.stream);
    const event = { type: recorded.type, data: recorded.data } as ErasureEvent;
    switch (event.type) {
      case 'lk.agreement.erasure.requested.v1':
        await rows.save(ErasureDutyRow, { id, receivedOn: event.data.receivedOn, stage: 'assess' });
        return;
      case 'lk.agreement.erasure.assessed.v1':
        if (event.data.outcome === 'refused') await rows.delete(ErasureDutyRow, { id });
        else await rows.update(ErasureDutyRow, id, { stage: 'carryOut' });
        return;
      case 'lk.agreement.erasure.keyDestroyed.v1':
        await rows.delete(ErasureDutyRow, { id });
        return;
      case 'lk.agreement.erasure.approved.v1':
      case 'lk.agreement.erasure.answered.v1':
        return;
    }
  },
};
