import { Controller } from '@nestjs/common';
import {
  obligationEvents,
  organisationEvents,
  type ObligationEvent,
  type OrganisationEvent,
} from '@lien-ket/contracts';
import { idOf, streamOf, type Context, type Recorded } from '@lien-ket/kernel';
import { actsOn } from '@lien-ket/access';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { DutyOpener } from '../provision/duty-opener.js';
import { ObligationQueries } from './obligation.queries.js';
import { Reactions } from './reactions.js';

const FOLLOW = 'reporting.follow-corrected-end';
const OPEN = 'reporting.open-duties-of-corrected-end';
type EndCorrected = Extract<OrganisationEvent, { type: 'lk.agreement.organisation.endCorrected.v1' }>['data'];

/** What followed from the end of an organisation follows its correction. */
@Controller()
export class SuccessionConsumer {
  private readonly obligations: ObligationQueries;
  private readonly reactions: Reactions;
  private readonly opener: DutyOpener;

  constructor(private readonly runtime: Runtime) {
    this.obligations = new ObligationQueries(runtime);
    this.reactions = new Reactions(runtime);
    this.opener = new DutyOpener(runtime);
  }

  /** Duties come back to who goes on, or from a wrong successor to the right one. An end made earlier is the day's work. */
  @Reacts('reporting', organisationEvents.endCorrected, FOLLOW)
  async followCorrectedEnd(event: Recorded, ctx: Context): Promise<void> {
    await this.reactions.readUpTo(ctx, event);
    const id = idOf(event.stream);
    const { reason, ended } = event.data as EndCorrected;
    const successor = ended?.successor?.id;
    const [organisation] = await this.runtime.directory.byIds(ctx, [id]);
    const [right] = await this.runtime.directory.byIds(ctx, successor ? [successor] : []);
    const goesOn = organisation !== undefined && actsOn(organisation, ctx.businessDate);
    const wrong = await this.successorsBefore(ctx, event);
    for (const duty of await this.obligations.passedOn(ctx, id)) {
      const debtors = await this.debtorsOf(ctx, duty);
      const [now = ''] = debtors.slice(-1);
      const isRight = right !== undefined && actsOn(right, ctx.businessDate);
      const moved = isRight && debtors.at(-2) === id && wrong.includes(now) && now !== right.id;
      const debtorId = goesOn && debtors.includes(id) ? id : moved ? right.id : undefined;
      if (debtorId === undefined) continue;
      const command = { type: 'correctSuccession', debtorId, endCorrected: event.header.id, reason } as const;
      await this.reactions.send(ctx, { handler: FOLLOW, event }, duty, command);
    }
  }

  /** Who had ended by mistake was passed over meanwhile. */
  @Reacts('reporting', organisationEvents.endCorrected, OPEN)
  async openPassedOver(event: Recorded, ctx: Context): Promise<void> {
    await this.opener.open(ctx, { handler: OPEN, event }, ctx.businessDate);
  }

  /** Successors that were entered before this correction. */
  private async successorsBefore(ctx: Context, event: Recorded): Promise<string[]> {
    const history = await this.runtime.store.read(ctx, event.stream);
    return history.flatMap(({ type, data, revision }) => {
      const told = { type, data } as OrganisationEvent;
      if (revision >= event.revision) return [];
      if (told.type === 'lk.agreement.organisation.ended.v1') return told.data.successor?.id ?? [];
      if (told.type === 'lk.agreement.organisation.endCorrected.v1')
        return told.data.ended?.successor?.id ?? [];
      return [];
    });
  }

  /** Who owed it, one after the other. */
  private async debtorsOf(ctx: Context, duty: string): Promise<string[]> {
    const history = await this.runtime.store.read(ctx, streamOf('obligation', duty));
    return history.flatMap(({ type, data }) => {
      const told = { type, data } as ObligationEvent;
      if (told.type === obligationEvents.opened.type) return told.data.debtorId;
      if (told.type === obligationEvents.transferred.type) return told.data.toId;
      return told.type === obligationEvents.successionCorrected.type ? told.data.debtorId : [];
    });
  }
}
