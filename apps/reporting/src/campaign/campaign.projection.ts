import { foldForSearch, idOf, unreachable } from '@lien-ket/kernel';
import { campaignEvents, type CampaignData, type CampaignEvent } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { entryCorrectionOf } from '../obligation/entry-correction.js';
import { CampaignRow } from './campaign.rows.js';

export const campaignProjection: Projection = {
  name: 'campaigns',
  types: Object.values(campaignEvents).map(({ type }) => type),
  tables: ['campaign'],
  async apply(rows, { stream, revision, header, ...recorded }) {
    const event = { type: recorded.type, data: recorded.data } as CampaignEvent;
    const id = idOf(stream);
    switch (event.type) {
      case 'lk.reporting.campaign.launched.v1': {
        const { data } = event;
        const launchedOn = header.businessDate;
        const row = {
          id,
          revision,
          launchedOn,
          search: searchOf(data),
          data,
          confirmed: [],
          corrections: [],
        };
        await rows.save(CampaignRow, row);
        return;
      }
      case 'lk.reporting.campaign.entryCorrected.v1': {
        const row = await rows.findOneByOrFail(CampaignRow, { id });
        const { content: data, reason } = event.data;
        const corrections = [...row.corrections, entryCorrectionOf(header, reason)];
        await rows.save(CampaignRow, { ...row, revision, data, corrections, search: searchOf(data) });
        return;
      }
      case 'lk.reporting.campaign.debtorsConfirmed.v1': {
        const row = await rows.findOneByOrFail(CampaignRow, { id });
        await rows.save(CampaignRow, { ...row, revision, confirmed: [...row.confirmed, event.data] });
        return;
      }
    }
    unreachable(event);
  },
};

function searchOf({ title, receiver }: CampaignData): string {
  return foldForSearch([title, receiver.printed].join(' '));
}
