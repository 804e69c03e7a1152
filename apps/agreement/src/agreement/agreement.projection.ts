import { agreementEvents, receivedEvents, type AgreementEvent, type Crossing } from '@lien-ket/contracts';
import { foldForSearch, idOf } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import type { Projection } from '@lien-ket/read-model';
import { agreementDecider } from './agreement.decider.js';
import { AgreementRow } from './agreement.rows.js';

const OWN = Object.values(agreementEvents).map(({ type }) => type as string);

/** Agreements, own and received. */
export const agreementProjection: Projection = {
  name: 'agreements',
  types: [...OWN, receivedEvents.received.type],
  tables: ['agreement'],
  async apply(rows, recorded) {
    const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
    const type = crossing?.origin.type ?? recorded.type;
    if (!OWN.includes(type)) return;
    const id = idOf(crossing?.origin.stream ?? recorded.stream);
    const tenant = crossing?.origin.tenant ?? null;
    const before = await rows.findOneBy(AgreementRow, { id });
    // An id of one tenant never takes the place of another's.
    if (before && before.originTenant !== tenant) return;
    const event = {
      ...evolvingOf(recorded),
      type,
      data: crossing?.content ?? recorded.data,
    } as AgreementEvent & ReturnType<typeof evolvingOf>;
    const evolved = agreementDecider.evolve(before?.fold ?? agreementDecider.initialState(), event);
    const dropped = crossing !== undefined && type === agreementEvents.withdrawn.type;
    const fold = dropped ? { ...evolved, state: 'withdrawn' as const } : evolved;
    const name = fold.content?.name ?? '';
    await rows.save(AgreementRow, {
      id,
      originTenant: tenant,
      receivedAt: crossing ? new Date(recorded.recordedAt) : null,
      revision: crossing?.origin.revision ?? recorded.revision,
      name,
      search: foldForSearch(name),
      fold,
    });
  },
};
