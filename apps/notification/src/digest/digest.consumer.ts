import { Controller } from '@nestjs/common';
import { dayEvents, digestEvents, type DayEvent, type DigestEvent } from '@lien-ket/contracts';
import { addDays, idOf, uuidFrom, type Context, type Recorded } from '@lien-ket/kernel';
import { actsOn, senderOf } from '@lien-ket/access';
import { Reacts, commandIdOf } from '@lien-ket/messaging';
import { Runtime } from '@lien-ket/runtime';
import { Notifier } from '../notice/notifier.js';
import { NoticeQueries, type DayOfNotices } from '../notice/notice.queries.js';
import { digestDecider } from './digest.decider.js';
import { digestBody, digestSubject, officeAddress } from './digest.texts.js';
import { Outbox } from './outbox.queries.js';
import { Postman } from './postman.js';

const GATHER = 'notification.gather-digests';
const POST = 'notification.post-digest';

@Controller()
export class DigestConsumer {
  private readonly notices: NoticeQueries;
  private readonly notifier: Notifier;
  private readonly outbox: Outbox;

  constructor(
    private readonly runtime: Runtime,
    private readonly postman: Postman,
  ) {
    this.notices = new NoticeQueries(runtime);
    this.notifier = new Notifier(runtime);
    this.outbox = new Outbox(runtime);
  }

  /** Recorded first; the mail follows from what is recorded. */
  @Reacts('notification', dayEvents.began, GATHER)
  async gatherDigests(event: Recorded, ctx: Context): Promise<void> {
    const { date, load } = event.data as DayEvent['data'];
    if (load) return;
    if (await this.runtime.day.brings(ctx, event, 'noticesOfYesterday')) await this.gather(ctx, event, date);
    this.postman.wakeDaily(ctx);
  }

  @Reacts('notification', digestEvents.sent, POST)
  async postDigest(event: Recorded, ctx: Context): Promise<void> {
    const { day, organisationId, subject } = event.data as DigestEvent['data'];
    await this.notifier.readUpTo(ctx, event);
    const organisation = await this.runtime.directory.organisation(ctx, organisationId);
    const lines = await this.notices.linesOf(ctx, organisationId, day);
    await this.outbox.put(ctx, {
      id: idOf(event.stream),
      address: officeAddress(ctx.tenantId, organisation),
      subject,
      body: digestBody(organisation.name, day, lines),
    });
    this.postman.wake(ctx);
  }

  private async gather(ctx: Context, event: Recorded, today: string): Promise<void> {
    const yesterday = addDays(today, -1);
    const made = await this.notices.madeOn(ctx, yesterday);
    const organisations = await this.runtime.directory.byIds(
      ctx,
      made.map(({ organisationId }) => organisationId),
    );
    const acting = organisations.filter((organisation) => actsOn(organisation, today)).map(({ id }) => id);
    for (const one of made.filter(({ organisationId }) => acting.includes(organisationId)))
      await this.record(ctx, event, one, yesterday);
  }

  private async record(
    ctx: Context,
    event: Recorded,
    { organisationId, notices }: DayOfNotices,
    day: string,
  ): Promise<void> {
    const id = uuidFrom('digest', ctx.tenantId, organisationId, day);
    const data = { day, organisationId, notices, subject: digestSubject(notices, day) };
    await this.runtime.handle(ctx, digestDecider, {
      id,
      commandId: commandIdOf(GATHER, event, id),
      name: 'sendDigest',
      command: { type: 'send', data, by: senderOf(ctx), on: ctx.businessDate },
      body: { reaction: event.header.id },
    });
  }
}
