import { Controller } from '@nestjs/common';
import {
  directiveEvents,
  type DeadlineSet,
  type DirectiveData,
  type ObligationOpened,
} from '@lien-ket/contracts';
import { idOf, uuidFrom, type Context, type Recorded } from '@lien-ket/kernel';
import { actsOn } from '@lien-ket/access';
import { Reacts } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { askedByPaper } from '../campaign/campaign.duties.js';
import { Reactions } from '../obligation/reactions.js';

const OPEN = 'reporting.open-directive-duties';

@Controller()
export class DirectiveConsumer {
  private readonly reactions: Reactions;

  constructor(private readonly runtime: Runtime) {
    this.reactions = new Reactions(runtime);
  }

  /** From the day on which a deadline is set each who must report owes it: reminders begin with the duty. */
  @Reacts('reporting', directiveEvents.deadlineSet, OPEN)
  async openDirectiveDuties(event: Recorded, ctx: Context): Promise<void> {
    const deadline = event.data as DeadlineSet;
    const history = await this.runtime.store.read(ctx, event.stream);
    const directive = history.find(({ type }) => type === directiveEvents.issued.type)?.data as
      DirectiveData | undefined;
    if (!directive) return;
    await this.reactions.readUpTo(ctx, event);
    const organisations = await this.runtime.directory.byIds(ctx, deadline.debtors);
    const acting = organisations.filter((organisation) => actsOn(organisation, ctx.businessDate));
    for (const debtorId of deadline.debtors.filter((one) => acting.some(({ id }) => id === one))) {
      const id = uuidFrom(
        'obligation',
        ctx.tenantId,
        'directive',
        idOf(event.stream),
        String(deadline.task),
        debtorId,
      );
      const data = dutyOf(directive, deadline, debtorId, ctx.businessDate);
      await this.reactions.send(ctx, { handler: OPEN, event }, id, { type: 'open', data });
    }
  }
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
