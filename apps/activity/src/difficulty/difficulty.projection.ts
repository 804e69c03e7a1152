import {
  difficultyEvents,
  receivedEvents,
  type Crossing,
  type DifficultyEvent,
  type DocumentRef,
} from '@lien-ket/contracts';
import { idOf, type Evolving, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import type { Projection } from '@lien-ket/read-model';
import { difficultyDecider } from './difficulty.decider.js';
import { DifficultyRow } from './difficulty.rows.js';

const GIVEN = difficultyEvents.answerGiven.type;
const OWN: readonly string[] = Object.values(difficultyEvents).map(({ type }) => type);
/** States in which the other party's answer is awaited, or may still be added to. */
const ASKED: readonly string[] = ['petitioned', 'reopened', 'answered'];
type Any = DifficultyEvent & Evolving;

/** Difficulties, own ones and those passed to us; of the latter only what crossed, and our own answer. */
export const difficultyProjection: Projection = {
  name: 'difficulties',
  types: [...OWN, receivedEvents.received.type],
  tables: ['difficulty'],
  async apply(rows, recorded) {
    const crossing = recorded.type === receivedEvents.received.type ? (recorded.data as Crossing) : undefined;
    const type = crossing?.origin.type ?? recorded.type;
    if (!OWN.includes(type) || (crossing && type === GIVEN)) return;
    const given = type === GIVEN ? (recorded.data as Said & { difficulty: { id: string } }) : undefined;
    const id = given?.difficulty.id ?? idOf(crossing?.origin.stream ?? recorded.stream);
    const before = await rows.findOneBy(DifficultyRow, { id });
    const originTenant = given ? (before?.originTenant ?? null) : (crossing?.origin.tenant ?? null);
    if (before && before.originTenant !== originTenant) return;
    await rows.save(
      DifficultyRow,
      given && before ? answered(before, recorded, given) : next(id, before, recorded, crossing),
    );
  },
};

/** Where it was settled meanwhile, our answer is a step and opens nothing again. */
function answered(row: DifficultyRow, recorded: Recorded, said: Said): DifficultyRow {
  const state = ASKED.includes(row.state) ? 'answered' : row.state;
  return { ...row, state, steps: [...row.steps, step(recorded, recorded.type, said)] };
}

/** Fields that events of a difficulty may have. */
interface Said {
  readonly text?: string;
  readonly reason?: string;
  readonly note?: string;
  readonly activityId?: string;
  readonly planId?: string;
  readonly field?: string;
  readonly dueOn?: string;
  readonly to?: string;
  readonly from?: string;
  readonly authority?: { readonly printed: string };
  readonly document?: DocumentRef;
}

function next(
  id: string,
  before: DifficultyRow | null,
  recorded: Recorded,
  crossing: Crossing | undefined,
): DifficultyRow {
  const event = {
    ...evolvingOf(recorded),
    type: crossing?.origin.type ?? recorded.type,
    data: crossing?.content ?? recorded.data,
  } as Any;
  const fold = difficultyDecider.evolve(before?.fold ?? difficultyDecider.initialState(), event);
  const data = event.data as Said;
  return {
    id,
    originTenant: crossing?.origin.tenant ?? null,
    receivedAt: crossing ? new Date(recorded.recordedAt) : null,
    revision: crossing?.origin.revision ?? recorded.revision,
    seq: before?.seq ?? recorded.seq,
    state: fold.state ?? 'raised',
    activityId: before?.activityId ?? data.activityId ?? null,
    planId: before?.planId ?? data.planId ?? null,
    text: before?.text ?? data.text ?? '',
    field: before?.field ?? data.field ?? null,
    raisedOn: before?.raisedOn ?? recorded.header.businessDate,
    dueOn: data.dueOn ?? before?.dueOn ?? null,
    fold,
    steps: [...(before?.steps ?? []), step(recorded, event.type, data)],
  };
}

function step(recorded: Recorded, type: string, said: Said): DifficultyRow['steps'][number] {
  const { role, organisationId } = recorded.header.actor;
  const tenant = said.to ?? said.from;
  return {
    type,
    businessDate: recorded.header.businessDate,
    text: said.text ?? said.reason ?? said.note ?? null,
    actor: { role, ...(organisationId ? { organisationId } : {}) },
    ...(tenant ? { tenant } : {}),
    ...(said.authority ? { authority: said.authority.printed } : {}),
    ...(said.document ? { document: said.document } : {}),
  };
}
