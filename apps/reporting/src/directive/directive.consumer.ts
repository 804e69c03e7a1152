import { Controller } from '@nestjs/common';
import {
  directiveEvents,
  organisationEvents,
  type DeadlineSet,
  type DirectiveData,
  type DirectiveEvent,
  type ObligationOpened,
} from '@lien-ket/contracts';
import { idOf, streamOf, uuidFrom, type Context, type Evolving, type Recorded } from '@lien-ket/kernel';
import { evolvingOf } from '@lien-ket/event-store';
import { Reacts } from '@lien-ket/messaging';
import { NO_DIRECTIVE, evolveDirective } from '@lien-ket/plan-acts';
import { Runtime } from '@lien-ket/runtime';
import { askedByPaper } from '../campaign/campaign.duties.js';
import { EntryFollower, type Asked } from '../obligation/entry-follower.js';
import { Reactions } from '../obligation/reactions.js';
import { DirectiveDebtorRow } from './directive.rows.js';

const OPEN = 'reporting.open-directive-duties';
const ENTRY = 'reporting.follow-corrected-directive';
const PASSED_OVER = 'reporting.open-directive-duties-of-corrected-end';
const DEADLINE = 'reporting.follow-corrected-deadline';

@Controller()
export class DirectiveConsumer {
  private readonly follower: EntryFollower;
  private readonly reactions: Reactions;

  constructor(private readonly runtime: Runtime) {
    this.follower = new EntryFollower(runtime);
    this.reactions = new Reactions(runtime);
  }

  /** From the day on which a deadline is set each who must report owes it: reminders begin with the duty. */
  @Reacts('reporting', directiveEvents.deadlineSet, OPEN)
  async openDirectiveDuties(event: Recorded, ctx: Context): Promise<void> {
    const { before, now } = await this.around(ctx, event);
    const asked = new Map([...now].filter(([id]) => !before.has(id)));
    await this.follower.ask(ctx, { handler: OPEN, event }, asked);
  }

  @Reacts('reporting', directiveEvents.entryCorrected, ENTRY)
  async followEntry(event: Recorded, ctx: Context): Promise<void> {
    const { before, now } = await this.around(ctx, event);
    await this.follower.follow(ctx, { handler: ENTRY, event }, before, now);
  }

  @Reacts('reporting', directiveEvents.deadlineCorrected, DEADLINE)
  async followDeadline(event: Recorded, ctx: Context): Promise<void> {
    const { before, now } = await this.around(ctx, event);
    await this.follower.follow(ctx, { handler: DEADLINE, event }, before, now);
  }

  @Reacts('reporting', organisationEvents.endCorrected, PASSED_OVER)
  async openPassedOver(event: Recorded, ctx: Context): Promise<void> {
    await this.reactions.readUpTo(ctx, event);
    for (const id of await this.naming(ctx, idOf(event.stream))) {
      const history = await this.runtime.store.read(ctx, streamOf('directive', id));
      const asked = askedIn(ctx, id, history);
      await this.follower.askPassedOver(ctx, { handler: PASSED_OVER, event }, asked);
    }
  }

  private async naming(ctx: Context, debtorId: string): Promise<string[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(DirectiveDebtorRow).find({ where: { debtorId }, order: { directiveId: 'ASC' } }),
    );
    return rows.map(({ directiveId }) => directiveId);
  }

  /** What was asked before an event of a directive, and what is by now: told late it changes nothing any more. */
  private async around(ctx: Context, event: Recorded): Promise<{ before: Asked; now: Asked }> {
    const history = await this.runtime.store.read(ctx, event.stream);
    const earlier = history.filter(({ revision }) => revision < event.revision);
    const id = idOf(event.stream);
    return { before: askedIn(ctx, id, earlier), now: askedIn(ctx, id, history) };
  }
}

function askedIn(
  { tenantId, businessDate }: Context,
  directiveId: string,
  history: readonly Recorded[],
): Asked {
  const { issued, deadlines } = history
    .map((one) => evolvingOf(one) as DirectiveEvent & Evolving)
    .reduce(evolveDirective, NO_DIRECTIVE);
  if (!issued) return new Map();
  const asked = deadlines.flatMap(({ set }) =>
    set.debtors.map((debtorId): [string, ObligationOpened] => [
      uuidFrom('obligation', tenantId, 'directive', directiveId, String(set.task), debtorId),
      dutyOf(issued, set, debtorId, businessDate),
    ]),
  );
  return new Map(asked);
}

const TITLE_LENGTH = 600;

function dutyOf(
  { tasks, example = false }: DirectiveData,
  { task, dueOn, receiver, document, basis }: DeadlineSet,
  debtorId: string,
  on: string,
): ObligationOpened {
  const text = tasks[task]?.text ?? '';
  const title = `Báo cáo kết quả thực hiện ý kiến chỉ đạo: ${text}`;
  return {
    title: title.slice(0, TITLE_LENGTH),
    titled: { code: 'directiveTask', text: text.slice(0, TITLE_LENGTH) },
    debtorId,
    receiver,
    period: { key: dueOn, label: askedByPaper(document, on) },
    ...(basis ? { asPrinted: basis } : {}),
    dueOn,
    dueBasis: 'printed',
    headings: [],
    example,
    historic: dueOn < on,
  };
}
