import type { EntityManager } from 'typeorm';
import { idOf, type Recorded } from '@lien-ket/kernel';
import {
  campaignEvents,
  debtorListEvents,
  type CampaignData,
  type CampaignEvent,
  type DebtorListEvent,
} from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { WaitingListRow } from './waiting.rows.js';

const TYPES = [
  debtorListEvents.proposed,
  debtorListEvents.confirmed,
  campaignEvents.launched,
  campaignEvents.entryCorrected,
  campaignEvents.debtorsConfirmed,
].map(({ type }) => type);

/** Lists of debtors that nobody has confirmed. */
export const waitingProjection: Projection = {
  name: 'waiting-lists',
  types: TYPES,
  tables: ['waiting_list'],
  async apply(rows, recorded) {
    const event = { type: recorded.type, data: recorded.data } as DebtorListEvent | CampaignEvent;
    const id = idOf(recorded.stream);
    switch (event.type) {
      case 'lk.reporting.debtorlist.proposed.v1':
        await rows.save(WaitingListRow, listRow(id, event.data));
        return;
      case 'lk.reporting.debtorlist.confirmed.v1':
        await rows.delete(WaitingListRow, { id });
        return;
      case 'lk.reporting.campaign.launched.v1':
        await launched(rows, recorded, event.data);
        return;
      case 'lk.reporting.campaign.entryCorrected.v1':
        await corrected(rows, recorded, event.data.content);
        return;
      case 'lk.reporting.campaign.debtorsConfirmed.v1':
        await rows.delete(WaitingListRow, { id: `${id}:${event.data.request}` });
        return;
    }
  },
};

type Proposed = Extract<DebtorListEvent, { type: 'lk.reporting.debtorlist.proposed.v1' }>['data'];

function listRow(id: string, { title, periodKey, dueOn, example = false }: Proposed): WaitingListRow {
  return {
    id,
    kind: 'listToConfirm',
    title: title ?? '',
    period: periodKey,
    dueOn: dueOn ?? null,
    receiverId: null,
    link: `/debtor-lists/${id}`,
    example,
  };
}

/** Whom a request names only in words is asked once somebody says who that is. */
async function launched(rows: EntityManager, { stream }: Recorded, data: CampaignData): Promise<void> {
  await rows.save(WaitingListRow, requestRows(idOf(stream), data));
}

/** What waits still is called as it is now; a request that names somebody after all waits no more. */
async function corrected(rows: EntityManager, { stream }: Recorded, data: CampaignData): Promise<void> {
  const link = `/campaigns/${idOf(stream)}`;
  const waiting = (await rows.findBy(WaitingListRow, { link })).map(({ id }) => id);
  const now = requestRows(idOf(stream), data).filter(({ id }) => waiting.includes(id));
  await rows.delete(WaitingListRow, { link });
  await rows.save(WaitingListRow, now);
}

function requestRows(id: string, data: CampaignData): WaitingListRow[] {
  return data.requests.flatMap(({ to, debtors }, request): WaitingListRow[] => {
    if (debtors.some(({ organisationId }) => organisationId !== undefined)) return [];
    return [
      {
        id: `${id}:${request}`,
        kind: 'campaignListToConfirm',
        title: `${data.title} (${to})`,
        period: null,
        dueOn: data.dueOn ?? null,
        receiverId: data.receiver.organisationId ?? null,
        link: `/campaigns/${id}`,
        example: data.example,
      },
    ];
  });
}
