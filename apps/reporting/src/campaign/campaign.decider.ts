import { DomainError, type Decider } from '@lien-ket/kernel';
import { requireTouch } from '@lien-ket/access';
import type { CampaignEvent, CommandOf, campaignCommands } from '@lien-ket/contracts';
import type { Sent } from '@lien-ket/runtime';

/** Đợt yêu cầu báo cáo, đề xuất: one document asks many for one thing. */
export interface Campaign {
  readonly launched: boolean;
}

export type CampaignCommand = CommandOf<typeof campaignCommands>;

export const campaignDecider: Decider<Campaign, Sent<CampaignCommand>, CampaignEvent> = {
  aggregate: 'campaign',
  initialState: () => ({ launched: false }),
  decide(command, state) {
    if (state.launched) throw new DomainError('conflict', 'campaign.alreadyLaunched');
    const { type: _type, by, on: _on, id: _id, ...data } = command;
    requireTouch(by, [data.receiver.organisationId]);
    // A request may name its addressees only in words ("Thủ trưởng các đơn vị"): then nobody owes until they are known.
    return [{ type: 'lk.reporting.campaign.launched.v1', data }];
  },
  evolve: () => ({ launched: true }),
};
