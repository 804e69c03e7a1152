import {
  activityEvents,
  dayEvents,
  planEvents,
  receivedEvents,
  type ActivityEvent,
  type Crossing,
} from '@lien-ket/contracts';
import { foldForSearch, idOf, type Evolving } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import type { Projection } from '@lien-ket/read-model';
import { activityDecider, concerned } from './activity.decider.js';
import { ActivityRow, LiveSinceRow, PlanChangeRow } from './activity.rows.js';

const OWN: readonly string[] = Object.values(activityEvents).map(({ type }) => type);

/** Activities, own and received. */
export const activityProjection: Projection = {
  name: 'activities',
  types: [...OWN, receivedEvents.received.type],
  tables: ['activity'],
  async apply(rows, recorded) {
    const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
    const type = crossing?.origin.type ?? recorded.type;
    if (!OWN.includes(type)) return;
    const id = idOf(crossing?.origin.stream ?? recorded.stream);
    const originTenant = crossing?.origin.tenant ?? null;
    const before = await rows.findOneBy(ActivityRow, { id });
    // An id of one tenant never takes the place of another's.
    if (before && before.originTenant !== originTenant) return;
    const event = {
      ...evolvingOf(recorded),
      type,
      data: crossing?.content ?? recorded.data,
    } as ActivityEvent & Evolving;
    const fold = activityDecider.evolve(before?.fold ?? activityDecider.initialState(), event);
    if (!fold.planned || !fold.definition) return;
    await rows.save(ActivityRow, {
      id,
      originTenant,
      receivedAt: crossing ? new Date(recorded.recordedAt) : null,
      revision: crossing?.origin.revision ?? recorded.revision,
      planId: fold.planned.planId,
      itemOrder: fold.planned.order,
      state: fold.state,
      organisations: originTenant ? [] : concerned(fold).flatMap((one) => one ?? []),
      search: foldForSearch(
        `${fold.definition.title} ${fold.definition.leads.map(({ printed }) => printed).join(' ')}`,
      ),
      carriedFrom: before?.carriedFrom ?? null,
      fold,
    });
    if (event.type === 'lk.activity.activity.carriedOver.v1')
      await rows.update(ActivityRow, { id: event.data.to.activityId }, { carriedFrom: id });
  },
};

/** Plans and the later days on which they change, by acts and corrections recorded before. */
export const planChangeProjection: Projection = {
  name: 'plan-changes',
  types: [
    planEvents.issued,
    planEvents.amended,
    planEvents.recalled,
    planEvents.ended,
    planEvents.entryCorrected,
  ].map(({ type }) => type),
  tables: ['plan_change'],
  async apply(rows, recorded) {
    const { effectiveOn, businessDate } = recorded.header;
    const { replacement } = recorded.data as { replacement?: { effectiveOn?: string } };
    const day = replacement?.effectiveOn ?? effectiveOn ?? businessDate;
    if (day > businessDate)
      await rows.save(PlanChangeRow, { planId: idOf(recorded.stream), effectiveOn: day });
  },
};

/** The first day that is not a day of loading. */
export const liveSinceProjection: Projection = {
  name: 'live-since',
  types: [dayEvents.began.type],
  tables: ['live_since'],
  async apply(rows, recorded) {
    const { date, load } = recorded.data as { date: string; load: boolean };
    if (load) return undefined;
    const first = rows.createQueryBuilder().insert().into(LiveSinceRow).values({ one: true, day: date });
    await first.orIgnore().execute();
    return 'final';
  },
};
