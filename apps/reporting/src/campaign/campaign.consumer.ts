import { Controller } from '@nestjs/common';
import { campaignEvents, type CampaignData } from '@lien-ket/contracts';
import { idOf, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { actsOn } from '@lien-ket/access';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Reactions, type Cause } from '../obligation/reactions.js';
import { askedBy, campaignDecider } from './campaign.decider.js';
import { askedObligation, askedOf, campaignObligationIdOf, type AskedOf } from './campaign.duties.js';
import type { ConfirmedDebtors } from './campaign.rows.js';

const OPEN = 'reporting.open-campaign-duties';
const CONFIRMED = 'reporting.open-confirmed-campaign-duties';

/** A duty to open, with its own id. */
type Asked = AskedOf & { readonly id: string };

@Controller()
export class CampaignConsumer {
  private readonly reactions: Reactions;

  constructor(private readonly runtime: Runtime) {
    this.reactions = new Reactions(runtime);
  }

  /** One obligation per organisation asked; each has its own id, so a second delivery makes none. */
  @Reacts('reporting', campaignEvents.launched, OPEN)
  async openCampaignDuties(event: Recorded, ctx: Context): Promise<void> {
    const campaign = event.data as CampaignData;
    const asked = askedOf(campaign).map((one) => ({
      ...one,
      id: campaignObligationIdOf(ctx.tenantId, idOf(event.stream), one.debtorId),
    }));
    await this.open(ctx, { handler: OPEN, event }, { data: campaign, on: ctx.businessDate }, asked);
  }

  @Reacts('reporting', campaignEvents.debtorsConfirmed, CONFIRMED)
  async openConfirmedDuties(event: Recorded, ctx: Context): Promise<void> {
    const { request, debtors } = event.data as ConfirmedDebtors;
    const campaignId = idOf(event.stream);
    const history = await this.runtime.store.read(ctx, streamOf('campaign', campaignId));
    const before = foldEvents(
      campaignDecider,
      history.filter(({ revision }) => revision < event.revision),
    );
    if (!before.launched) return;
    const { requests } = before.launched.data;
    const others = requests.flatMap((_, index) => (index === request ? [] : askedBy(before, index)));
    const asked = debtors.map((debtorId) => {
      const again = others.includes(debtorId) ? request : undefined;
      const id = campaignObligationIdOf(ctx.tenantId, campaignId, debtorId, again);
      return { id, debtorId, headings: requests[request]?.headings ?? [] };
    });
    await this.open(ctx, { handler: CONFIRMED, event }, before.launched, asked);
  }

  private async open(
    ctx: Context,
    cause: Cause,
    { data: campaign, on }: { readonly data: CampaignData; readonly on: string },
    asked: readonly Asked[],
  ): Promise<void> {
    await this.reactions.readUpTo(ctx, cause.event);
    const organisations = await this.runtime.directory.byIds(
      ctx,
      asked.map(({ debtorId }) => debtorId),
    );
    const ended = organisations.filter((organisation) => !actsOn(organisation, ctx.businessDate));
    const days = { launchedOn: on, askedOn: ctx.businessDate };
    for (const one of asked.filter(({ debtorId }) => !ended.some(({ id }) => id === debtorId))) {
      const data = askedObligation(idOf(cause.event.stream), campaign, one, days);
      await this.reactions.send(ctx, cause, one.id, { type: 'open', data });
    }
  }
}
