import {
  participationEvents,
  receivedEvents,
  type Crossing,
  type ParticipationEvent,
} from '@lien-ket/contracts';
import { idOf, type Evolving } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import type { Projection } from '@lien-ket/read-model';
import { participationDecider } from './participation.decider.js';
import { ParticipationRow } from './participation.rows.js';

const OWN: readonly string[] = Object.values(participationEvents).map(({ type }) => type);

/** Participations, our own and those of others in our activities. */
export const participationProjection: Projection = {
  name: 'participations',
  types: [...OWN, receivedEvents.received.type],
  tables: ['participation'],
  async apply(rows, recorded) {
    const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
    const type = crossing?.origin.type ?? recorded.type;
    if (!OWN.includes(type)) return;
    const id = idOf(crossing?.origin.stream ?? recorded.stream);
    const originTenant = crossing?.origin.tenant ?? null;
    const before = await rows.findOneBy(ParticipationRow, { id });
    if (before && before.originTenant !== originTenant) return;
    const event = { ...evolvingOf(recorded), type, data: crossing?.content ?? recorded.data };
    const fold = participationDecider.evolve(
      before?.fold ?? participationDecider.initialState(),
      event as ParticipationEvent & Evolving,
    );
    // What crosses names its receiver as the owner; a part in somebody else's activity is none of ours.
    if (!fold.joined || (crossing && fold.joined.activity.tenant !== recorded.tenant)) return;
    await rows.save(ParticipationRow, {
      id,
      originTenant,
      receivedAt: crossing ? new Date(recorded.recordedAt) : null,
      revision: crossing?.origin.revision ?? recorded.revision,
      tenant: originTenant ?? recorded.tenant,
      ownerTenant: fold.joined.activity.tenant,
      activityId: fold.joined.activity.activityId,
      seq: before?.seq ?? recorded.seq,
      state: fold.state,
      fold,
    });
  },
};
