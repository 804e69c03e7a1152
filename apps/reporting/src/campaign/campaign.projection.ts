import { foldForSearch, idOf } from '@lien-ket/kernel';
import { campaignEvents, type CampaignData } from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { CampaignRow } from './campaign.rows.js';

export const campaignProjection: Projection = {
  name: 'campaigns',
  types: [campaignEvents.launched.type],
  tables: ['campaign'],
  async apply(rows, recorded) {
    const data = recorded.data as CampaignData;
    await rows.save(CampaignRow, {
      id: idOf(recorded.stream),
      revision: recorded.revision,
      launchedOn: recorded.header.businessDate,
      search: foldForSearch([data.title, data.receiver.printed].join(' ')),
      data,
    });
  },
};
