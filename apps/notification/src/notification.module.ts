import { Inject, Module, type DynamicModule, type OnModuleDestroy } from '@nestjs/common';
import { BusinessDayRow } from '@lien-ket/read-model';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { DigestConsumer } from './digest/digest.consumer.js';
import type { Mailer } from './digest/mailer.js';
import { OutboxRow } from './digest/outbox.rows.js';
import { Postman } from './digest/postman.js';
import { dutyProjection } from './duty/duty.projection.js';
import { DutyRow } from './duty/duty.rows.js';
import { FAR_DAYS } from './duty/duty.queries.js';
import { ReminderConsumer } from './duty/reminder.consumer.js';
import { Notification1700000000001 } from './migrations/0001-notification.js';
import { WaitingLists1700000000002 } from './migrations/0002-waiting-lists.js';
import { TitlesMadeHere1700000000003 } from './migrations/0003-titles-made-here.js';
import { WaitingFor1700000000004 } from './migrations/0004-waiting-for.js';
import { ErasureDutyRow } from './erasure/erasure-duty.rows.js';
import { erasureDutyProjection } from './erasure/erasure-duty.projection.js';
import { ErasureNoticesConsumer } from './erasure/erasure-notices.consumer.js';
import { ErasureDuties1700000000006 } from './migrations/0006-erasures.js';
import { FirstLivedDay1700000000007 } from './migrations/0007-first-lived-day.js';
import { ActNoticesConsumer } from './notice/act-notices.consumer.js';
import { AgreementNoticesConsumer } from './notice/agreement-notices.consumer.js';
import { NoticeController } from './notice/notice.controller.js';
import { noticeProjection } from './notice/notice.projection.js';
import { NoticeReadRow, NoticeRow } from './notice/notice.rows.js';
import { PlanNoticesConsumer } from './notice/plan-notices.consumer.js';
import { ReportNoticesConsumer } from './notice/report-notices.consumer.js';
import { WorkNoticesConsumer } from './notice/work-notices.consumer.js';
import { WaitingConsumer } from './waiting/waiting.consumer.js';
import { waitingProjection } from './waiting/waiting.projection.js';
import { WaitingListRow } from './waiting/waiting.rows.js';

/** What the service keeps in each tenant's database. */
export const NOTIFICATION: ServiceSpec = {
  service: 'notification',
  daily: {
    duties: `EXISTS (SELECT FROM duty WHERE owed AND chased AND due_on BETWEEN $1::date - ${FAR_DAYS} AND $1::date + ${FAR_DAYS})`,
    waitingLists: 'EXISTS (SELECT FROM waiting_list)',
    noticesOfYesterday: 'EXISTS (SELECT FROM notice WHERE on_day = $1::date - 1)',
    erasures: 'EXISTS (SELECT FROM erasure_duty)',
  },
  entities: [NoticeRow, NoticeReadRow, DutyRow, BusinessDayRow, WaitingListRow, OutboxRow, ErasureDutyRow],
  projections: [noticeProjection, dutyProjection, waitingProjection, erasureDutyProjection],
  migrations: [
    Notification1700000000001,
    WaitingLists1700000000002,
    TitlesMadeHere1700000000003,
    WaitingFor1700000000004,
    ErasureDuties1700000000006,
    FirstLivedDay1700000000007,
  ],
};

/** Everything the notification service runs, as one list. */
@Module({})
export class NotificationModule implements OnModuleDestroy {
  constructor(@Inject(Postman) private readonly postman: Postman) {}

  static with(runtime: Runtime, mailer: Mailer): DynamicModule {
    return {
      module: NotificationModule,
      providers: [
        { provide: Runtime, useValue: runtime },
        { provide: Postman, useValue: new Postman(runtime, mailer) },
      ],
      controllers: [
        NoticeController,
        PlanNoticesConsumer,
        ActNoticesConsumer,
        ReportNoticesConsumer,
        WorkNoticesConsumer,
        AgreementNoticesConsumer,
        ReminderConsumer,
        ErasureNoticesConsumer,
        WaitingConsumer,
        DigestConsumer,
      ],
    };
  }

  /** What is being sent is finished; what waits stays in the outbox. */
  onModuleDestroy(): Promise<void> {
    return this.postman.close();
  }
}

export { mailSettings, type MailSettings } from './digest/mail.config.js';
export { mailerOf } from './digest/mailer.adapter.js';
export type { Mail, Mailer } from './digest/mailer.js';
export { Postman } from './digest/postman.js';
