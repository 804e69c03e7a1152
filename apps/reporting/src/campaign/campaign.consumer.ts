import { Controller } from '@nestjs/common';
import { campaignEvents, organisationEvents } from '@lien-ket/contracts';
import { idOf, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { foldEvents } from '@lien-ket/event-store';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { EntryFollower, type Asked } from '../obligation/entry-follower.js';
import type { Cause } from '../obligation/reactions.js';
import { campaignDecider, type Campaign } from './campaign.decider.js';
import { askedObligation, campaignObligationIdOf, dutiesOf } from './campaign.duties.js';
import { CampaignQueries } from './campaign.queries.js';

const OPEN = 'reporting.open-campaign-duties';
const CONFIRMED = 'reporting.open-confirmed-campaign-duties';
const CORRECTED = 'reporting.follow-corrected-campaign';
const PASSED_OVER = 'reporting.open-campaign-duties-of-corrected-end';

@Controller()
export class CampaignConsumer {
  private readonly follower: EntryFollower;
  private readonly queries: CampaignQueries;

  constructor(private readonly runtime: Runtime) {
    this.follower = new EntryFollower(runtime);
    this.queries = new CampaignQueries(runtime);
  }

  /** One obligation per organisation asked. */
  @Reacts('reporting', campaignEvents.launched, OPEN)
  async openCampaignDuties(event: Recorded, ctx: Context): Promise<void> {
    await this.openNew(ctx, { handler: OPEN, event });
  }

  @Reacts('reporting', campaignEvents.debtorsConfirmed, CONFIRMED)
  async openConfirmedDuties(event: Recorded, ctx: Context): Promise<void> {
    await this.openNew(ctx, { handler: CONFIRMED, event });
  }

  @Reacts('reporting', campaignEvents.entryCorrected, CORRECTED)
  async followCorrection(event: Recorded, ctx: Context): Promise<void> {
    const { before, now } = await this.around(ctx, event);
    await this.follower.follow(ctx, { handler: CORRECTED, event }, before, now);
  }

  /** Who had ended by mistake was asked nothing meanwhile. */
  @Reacts('reporting', organisationEvents.endCorrected, PASSED_OVER)
  async openPassedOver(event: Recorded, ctx: Context): Promise<void> {
    for (const id of await this.queries.asking(ctx, idOf(event.stream))) {
      const history = await this.runtime.store.read(ctx, streamOf('campaign', id));
      const asked = askedIn(ctx, id, foldEvents(campaignDecider, history));
      await this.follower.askPassedOver(ctx, { handler: PASSED_OVER, event }, asked);
    }
  }

  private async openNew(ctx: Context, cause: Cause): Promise<void> {
    const { before, now } = await this.around(ctx, cause.event);
    await this.follower.ask(ctx, cause, new Map([...now].filter(([id]) => !before.has(id))));
  }

  /** What was asked before an event of a campaign, and what is by now: told late it changes nothing any more. */
  private async around(ctx: Context, event: Recorded): Promise<{ before: Asked; now: Asked }> {
    const history = await this.runtime.store.read(ctx, event.stream);
    const earlier = history.filter(({ revision }) => revision < event.revision);
    const asked = (events: readonly Recorded[]): Asked =>
      askedIn(ctx, idOf(event.stream), foldEvents(campaignDecider, events));
    return { before: asked(earlier), now: asked(history) };
  }
}

function askedIn({ tenantId, businessDate: askedOn }: Context, id: string, campaign: Campaign): Asked {
  const { launched } = campaign;
  if (!launched) return new Map();
  const days = { launchedOn: launched.on, askedOn };
  return new Map(
    dutiesOf(campaign).map((one) => [
      campaignObligationIdOf(tenantId, id, one.debtorId, one.again),
      askedObligation(id, launched.data, one, days),
    ]),
  );
}
