import { idOf, type Recorded } from '@lien-ket/kernel';
import { agreementEvents, difficultyEvents, receivedEvents, type Crossing } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import type { EntityManager } from 'typeorm';
import { changeOf, type ThingChange } from './overview.fold.js';
import { OverviewTenantRow, OverviewThingRow } from './overview.rows.js';

/** HCMC is the one party of every agreement, and so the one that sees over them; it is no superior. */
export const HUB = 'hcmc';

/** Our own part: the bases of the agreements that we recorded, and the answers that we gave. */
const OWN = [
  agreementEvents.recorded,
  agreementEvents.revised,
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
      await change(rows, HUB, idOf(recorded.stream), changeOf(recorded.type, recorded.data));
      return;
    }
    const { origin, content } = recorded.data as Crossing;
    await noteReceipt(rows, origin.tenant, recorded);
    await change(rows, origin.tenant, idOf(origin.stream), changeOf(origin.type, content));
  },
};

async function noteReceipt(rows: EntityManager, tenant: string, { header }: Recorded): Promise<void> {
  await rows.save(OverviewTenantRow, { tenant, lastReceivedOn: header.businessDate });
}

async function change(
  rows: EntityManager,
  owner: string,
  streamId: string,
  told: ThingChange | undefined,
): Promise<void> {
  if (!told) return;
  const { kind, makes, of, ...fields } = told;
  const key = { tenant: of?.tenant ?? owner, kind, id: of?.id ?? streamId };
  const before = await rows.findOneBy(OverviewThingRow, key);
  if (!before && !makes) return;
  const blank = { state: '', field: null, example: false, historic: false, data: {} };
  await rows.save(OverviewThingRow, { ...blank, ...before, ...key, ...fields });
}
