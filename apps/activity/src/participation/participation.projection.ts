import { participationEvents, receivedEvents, type ParticipationEvent } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import type { Written } from '../activity/activity.rows.js';
import { correctedBy, toldOf, type Told } from '../activity/told.js';
import { participationDecider } from './participation.decider.js';
import { ParticipationRow } from './participation.rows.js';

const OWN: readonly string[] = Object.values(participationEvents).map(({ type }) => type);

/** Participations, our own and those of others in our activities. */
export const participationProjection: Projection = {
  name: 'participations',
  types: [...OWN, receivedEvents.received.type],
  tables: ['participation'],
  async apply(rows, recorded) {
    const told = toldOf<ParticipationEvent>(recorded, OWN);
    if (!told) return;
    const { id, originTenant, receivedAt, revision, event } = told;
    const before = await rows.findOneBy(ParticipationRow, { id });
    if (before && before.originTenant !== originTenant) return;
    const fold = participationDecider.evolve(before?.fold ?? participationDecider.initialState(), event);
    // What crosses names its receiver as the owner; a part in somebody else's activity is none of ours.
    const { joined } = fold;
    if (!joined || (originTenant !== null && joined.activity.tenant !== recorded.tenant)) return;
    await rows.save(ParticipationRow, {
      ...{ id, originTenant, receivedAt, revision },
      tenant: originTenant ?? recorded.tenant,
      ownerTenant: joined.activity.tenant,
      activityId: joined.activity.activityId,
      seq: before?.seq ?? recorded.seq,
      state: fold.state,
      fold,
      progressBy: written(before?.progressBy ?? {}, told),
    });
  },
};

function written(before: Written, { event, actor }: Told<ParticipationEvent>): Written {
  if (event.type !== 'lk.activity.participation.progressCorrected.v1') return before;
  return correctedBy(before, event.data, event.businessDate, actor);
}
