import {
  acknowledgementEvents,
  receivedEvents,
  type AcknowledgementEvent,
  type Crossing,
} from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import type { Projection } from '@lien-ket/read-model';
import { AcknowledgementRow } from './acknowledgement.rows.js';

const GIVEN = acknowledgementEvents.given.type;

/** Acknowledgements of recalls, given here and received. */
export const acknowledgementProjection: Projection = {
  name: 'acknowledgements',
  types: [GIVEN, receivedEvents.received.type],
  tables: ['acknowledgement'],
  async apply(rows, event) {
    const crossing = event.type === receivedEvents.received.type ? (event.data as Crossing) : undefined;
    if ((crossing?.origin.type ?? event.type) !== GIVEN) return;
    const { plan, recall, organisationId, organisation, note } = (crossing?.content ??
      event.data) as AcknowledgementEvent['data'];
    const id = idOf(crossing?.origin.stream ?? event.stream);
    const originTenant = crossing?.origin.tenant ?? null;
    const before = await rows.findOneBy(AcknowledgementRow, { id });
    // An id of one tenant never takes the place of another's.
    if (before && before.originTenant !== originTenant) return;
    await rows.save(AcknowledgementRow, {
      id,
      originTenant,
      planId: plan.id,
      recall,
      organisationId,
      organisation,
      note: note ?? null,
      onDay: event.header.businessDate,
    });
  },
};
