import { Controller } from '@nestjs/common';
import { campaignEvents, type CampaignData } from '@lien-ket/contracts';
import { idOf, type Context, type Recorded } from '@lien-ket/kernel';
import { actsOn } from '@lien-ket/access';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Reactions } from '../obligation/reactions.js';
import { askedObligation, askedOf, campaignObligationIdOf } from './campaign.duties.js';

const OPEN = 'reporting.open-campaign-duties';

@Controller()
export class CampaignConsumer {
  private readonly reactions: Reactions;

  constructor(private readonly runtime: Runtime) {
    this.reactions = new Reactions(runtime);
  }

  /** One obligation per organisation asked; each has its own id, so a second delivery makes none. */
  @Reacts('reporting', campaignEvents.launched, OPEN)
  async openCampaignDuties(event: Recorded, ctx: Context): Promise<void> {
    await this.reactions.readUpTo(ctx, event);
    const campaign = event.data as CampaignData;
    const campaignId = idOf(event.stream);
    const asked = askedOf(campaign);
    const organisations = await this.runtime.directory.byIds(
      ctx,
      asked.map(({ debtorId }) => debtorId),
    );
    const ended = organisations.filter((organisation) => !actsOn(organisation, ctx.businessDate));
    for (const one of asked.filter(({ debtorId }) => !ended.some(({ id }) => id === debtorId))) {
      const data = askedObligation(campaignId, campaign, one, ctx.businessDate);
      const id = campaignObligationIdOf(ctx.tenantId, campaignId, one.debtorId);
      await this.reactions.send(ctx, { handler: OPEN, event }, id, { type: 'open', data });
    }
  }
}
