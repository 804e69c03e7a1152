import { idOf, type Recorded } from '@lien-ket/kernel';
import {
  agreementEvents,
  difficultyEvents,
  receivedEvents,
  type ActivityRef,
  type Crossing,
} from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import type { EntityManager } from 'typeorm';
import { changeOf, type Telling, type ThingChange, type ThingData } from './overview.fold.js';
import { OverviewTenantRow, OverviewThingRow } from './overview.rows.js';

/** HCMC is the one party of every agreement, and so the one that sees over them; it is no superior. */
export const HUB = 'hcmc';

/** Our own part: the bases of the agreements that we recorded, and the answers that we gave. */
const OWN = [
  agreementEvents.recorded,
  agreementEvents.revised,
  agreementEvents.extended,
  agreementEvents.closed,
  difficultyEvents.answerGiven,
].map(({ type }) => type as string);

/** The aggregate over all provinces, from what they shared and from nothing else. */
export const overviewProjection: Projection = {
  name: 'overview',
  types: [...OWN, receivedEvents.received.type],
  tables: ['overview_thing', 'overview_tenant'],
  async apply(rows, recorded) {
    if (recorded.tenant !== HUB) return;
    if (recorded.type !== receivedEvents.received.type) {
      await change(rows, HUB, recorded, changeOf(recorded.type, recorded.data, ourTelling(recorded)));
      return;
    }
    const { origin, content } = recorded.data as Crossing;
    await noteReceipt(rows, origin.tenant, recorded);
    const { seq } = recorded;
    const { eventId: event, effectiveOn = origin.businessDate } = origin;
    const told = changeOf(origin.type, content, { event, effectiveOn });
    const receivedOn = recorded.header.businessDate;
    await change(rows, origin.tenant, { stream: origin.stream, seq }, told && withDay(told, receivedOn));
  },
};

function ourTelling({ header }: Recorded): Telling {
  return { event: header.id, effectiveOn: header.effectiveOn ?? header.businessDate };
}

async function noteReceipt(rows: EntityManager, tenant: string, { header }: Recorded): Promise<void> {
  await rows.save(OverviewTenantRow, { tenant, lastReceivedOn: header.businessDate });
}

function withDay(told: ThingChange, receivedOn: string): ThingChange {
  return told.kind === 'report' ? { ...told, data: { ...told.data, receivedOn } } : told;
}

async function change(
  rows: EntityManager,
  owner: string,
  { stream, seq }: { readonly stream: string; readonly seq: number },
  told: ThingChange | undefined,
): Promise<void> {
  if (!told) return;
  const { kind, makes, of, while: states, unbegun, field, example, historic } = told;
  const key = { tenant: of?.tenant ?? owner, kind, id: of?.id ?? idOf(stream) };
  const before = await rows.findOneBy(OverviewThingRow, key);
  if (!before && !makes) return;
  if (before && states && !states.includes(before.state)) return;
  const hasBegun = before && before.state !== 'planned' && before.state !== 'awaitingTrigger';
  const state = told.state ?? (hasBegun ? undefined : unbegun);
  const blank = { state: '', field: null, example: false, historic: false, firstSeq: seq };
  const stated = Object.entries({ state, field, example, historic }).filter(
    ([, value]) => value !== undefined,
  );
  const data = dataAfter({ ...before?.data, ...told.data }, told);
  await rows.save(OverviewThingRow, { ...blank, ...before, ...key, ...Object.fromEntries(stated), data });
}

function dataAfter(
  known: ThingData,
  { link, ending, moved, mistaken, extension, said }: ThingChange,
): ThingData {
  const { sameAs = [], endings = [], hashes = [] } = known;
  return {
    ...known,
    ...(link ? { sameAs: linked(sameAs, link) } : {}),
    ...(ending ? { endings: [...endings, ending] } : {}),
    ...(mistaken ? { endings: endings.filter(({ event }) => event !== mistaken) } : {}),
    ...(moved ? { endings: endings.map((one) => (one.event === moved.event ? moved : one)) } : {}),
    ...(extension ? { hashes: [...hashes, extension] } : {}),
    ...(said ? { said: { ...known.said, ...said } } : {}),
  };
}

function linked(
  refs: readonly ActivityRef[],
  link: NonNullable<ThingChange['link']>,
): readonly ActivityRef[] {
  const { tenant, activityId } = link.with;
  const others = refs.filter((ref) => ref.tenant !== tenant || ref.activityId !== activityId);
  return link.linked ? [...others, link.with] : others;
}
