import { Module, type DynamicModule } from '@nestjs/common';
import { BusinessDayRow } from '@lien-ket/read-model';
import { ErasedFileRow, Runtime, erasedFilesProjection, type ServiceSpec } from '@lien-ket/runtime';
import { addCatalogue } from '@lien-ket/service';
import { CampaignConsumer } from './campaign/campaign.consumer.js';
import { CampaignController } from './campaign/campaign.controller.js';
import { campaignProjection } from './campaign/campaign.projection.js';
import { CampaignRow } from './campaign/campaign.rows.js';
import { DebtorListConsumer } from './debtorlist/debtorlist.consumer.js';
import { DebtorListController } from './debtorlist/debtorlist.controller.js';
import { debtorListProjection } from './debtorlist/debtorlist.projection.js';
import { DebtorListRow } from './debtorlist/debtorlist.rows.js';
import { DirectiveConsumer } from './directive/directive.consumer.js';
import { directiveDebtorProjection } from './directive/directive.projection.js';
import { DirectiveDebtorRow } from './directive/directive.rows.js';
import { Reporting1700000000001 } from './migrations/0001-reporting.js';
import { OverviewOrder1700000000002 } from './migrations/0002-overview-order.js';
import { ForeignObligations1700000000003 } from './migrations/0003-foreign-obligations.js';
import { CampaignDebtors1700000000004 } from './migrations/0004-campaign-debtors.js';
import { Urgings1700000000005 } from './migrations/0005-urgings.js';
import { SharedReports1700000000006 } from './migrations/0006-shared-reports.js';
import { OverviewEnds1700000000007 } from './migrations/0007-overview-ends.js';
import { PlansByActs1700000000008 } from './migrations/0008-plans-by-acts.js';
import { ReasonsOfWaivers1700000000009 } from './migrations/0009-reasons-of-waivers.js';
import { FirstLivedDay1700000000010 } from './migrations/0010-first-lived-day.js';
import { ErasedFiles1700000000011 } from './migrations/0011-erased-files.js';
import { CampaignCorrections1700000000014 } from './migrations/0014-campaign-corrections.js';
import { PlansThatExpire1700000000017 } from './migrations/0017-plans-that-expire.js';
import { ReceiversOfForeignReports1700000000012 } from './migrations/0012-receivers-of-foreign-reports.js';
import { BeforeItFellAway1700000000013 } from './migrations/0013-before-it-fell-away.js';
import { DirectiveDebtors1700000000015 } from './migrations/0015-directive-debtors.js';
import { CorrectedLists1700000000016 } from './migrations/0016-corrected-lists.js';
import { DecisionConsumer } from './obligation/decision.consumer.js';
import {
  NeedController,
  ObligationController,
  ReportController,
} from './obligation/obligation.controller.js';
import { SuccessionConsumer } from './obligation/succession.consumer.js';
import { obligationProjection } from './obligation/obligation.projection.js';
import { ObligationRow } from './obligation/obligation.rows.js';
import { OverviewController } from './overview/overview.controller.js';
import { overviewProjection } from './overview/overview.projection.js';
import { OverviewTenantRow, OverviewThingRow } from './overview/overview.rows.js';
import { planProjection } from './provision/plan.projection.js';
import { PlanRow } from './provision/plan.rows.js';
import { REPORTING_DAILY } from './provision/provision.daily.js';
import { ProvisionConsumer } from './provision/provision.consumer.js';
import { reportingMessages } from './reporting.messages.js';

/** What the service keeps in each tenant's database. */
export const REPORTING: ServiceSpec = {
  service: 'reporting',
  daily: REPORTING_DAILY,
  entities: [
    PlanRow,
    BusinessDayRow,
    ObligationRow,
    DebtorListRow,
    CampaignRow,
    DirectiveDebtorRow,
    OverviewThingRow,
    OverviewTenantRow,
    ErasedFileRow,
  ],
  projections: [
    planProjection,
    debtorListProjection,
    campaignProjection,
    directiveDebtorProjection,
    obligationProjection,
    overviewProjection,
    erasedFilesProjection,
  ],
  migrations: [
    Reporting1700000000001,
    OverviewOrder1700000000002,
    ForeignObligations1700000000003,
    CampaignDebtors1700000000004,
    Urgings1700000000005,
    SharedReports1700000000006,
    OverviewEnds1700000000007,
    PlansByActs1700000000008,
    ReasonsOfWaivers1700000000009,
    FirstLivedDay1700000000010,
    ErasedFiles1700000000011,
    ReceiversOfForeignReports1700000000012,
    BeforeItFellAway1700000000013,
    CampaignCorrections1700000000014,
    DirectiveDebtors1700000000015,
    CorrectedLists1700000000016,
    PlansThatExpire1700000000017,
  ],
};

/** Everything the reporting service runs, as one list. */
@Module({})
export class ReportingModule {
  static with(runtime: Runtime): DynamicModule {
    addCatalogue(reportingMessages);
    return {
      module: ReportingModule,
      providers: [{ provide: Runtime, useValue: runtime }],
      controllers: [
        ObligationController,
        ReportController,
        NeedController,
        DebtorListController,
        CampaignController,
        OverviewController,
        DecisionConsumer,
        ProvisionConsumer,
        DebtorListConsumer,
        SuccessionConsumer,
        CampaignConsumer,
        DirectiveConsumer,
      ],
    };
  }
}
