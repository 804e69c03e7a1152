import { Module, type DynamicModule } from '@nestjs/common';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { addCatalogue } from '@lien-ket/service';
import { agreementMessages } from './agreement.messages.js';
import { Vault } from '@lien-ket/vault';
import { AgreementConsumer } from './agreement/agreement.consumer.js';
import { AgreementController } from './agreement/agreement.controller.js';
import { agreementProjection } from './agreement/agreement.projection.js';
import { AgreementRow } from './agreement/agreement.rows.js';
import { ErasureConsumer } from './erasure/erasure.consumer.js';
import { ErasureController } from './erasure/erasure.controller.js';
import { erasureProjection } from './erasure/erasure.projection.js';
import { ErasureRow } from './erasure/erasure.rows.js';
import { Registers1700000000001 } from './migrations/0001-registers.js';
import { Acknowledgements1700000000002 } from './migrations/0002-acknowledgements.js';
import { LastDays1700000000003 } from './migrations/0003-last-days.js';
import { EndsOn1700000000004 } from './migrations/0004-ends-on.js';
import { Erasures1700000000007 } from './migrations/0007-erasures.js';
import { Numbers1700000000009 } from './migrations/0009-numbers.js';
import { PlanRanges1700000000010 } from './migrations/0010-plan-ranges.js';
import { Givers1700000000011 } from './migrations/0011-givers.js';
import { HeldRanges1700000000012 } from './migrations/0012-held-ranges.js';
import { IssuedOn1700000000013 } from './migrations/0013-issued-on.js';
import { DocumentNumbers1700000000014 } from './migrations/0014-document-numbers.js';
import { RegistersOfContacts1700000000015 } from './migrations/0015-registers-of-contacts.js';
import { AnnulledPlans1700000000016 } from './migrations/0016-annulled-plans.js';
import { Extensions1700000000008 } from './migrations/0008-extensions.js';
import { AnsweredDifficulties1700000000006 } from './migrations/0006-answered-difficulties.js';
import { AcknowledgementController } from './plan/acknowledgement.controller.js';
import { acknowledgementProjection } from './plan/acknowledgement.projection.js';
import { AcknowledgementRow } from './plan/acknowledgement.rows.js';
import { PlanConsumer } from './plan/plan.consumer.js';
import { AmendmentController } from './plan/amendment.controller.js';
import { AgreementActs1700000000005 } from './migrations/0005-agreement-acts.js';
import { PartiesConsumer } from './plan/parties.consumer.js';
import { PlanController } from './plan/plan.controller.js';
import { amendmentProjection, planProjection } from './plan/plan.projection.js';
import { AmendmentRow, PlanRangeRow, PlanRow } from './plan/plan.rows.js';
import { ContactController } from './registers/contact.controller.js';
import { OrganisationController, StaffController } from './registers/people.controllers.js';
import { DirectiveController } from './registers/directive.controller.js';
import { DocumentController } from './registers/register.controllers.js';
import { WorkingGroupController } from './registers/working-group.controller.js';
import { WorkingGroupConsumer } from './registers/working-group.consumer.js';
import { registerProjection } from './registers/register.projection.js';
import { RegisterRow } from './registers/register.rows.js';

/** What the service keeps in each tenant's database. */
export const AGREEMENT: ServiceSpec = {
  service: 'agreement',
  entities: [RegisterRow, AgreementRow, PlanRow, PlanRangeRow, AmendmentRow, AcknowledgementRow, ErasureRow],
  projections: [
    registerProjection,
    agreementProjection,
    planProjection,
    amendmentProjection,
    acknowledgementProjection,
    erasureProjection,
  ],
  migrations: [
    Registers1700000000001,
    Acknowledgements1700000000002,
    LastDays1700000000003,
    EndsOn1700000000004,
    AgreementActs1700000000005,
    AnsweredDifficulties1700000000006,
    Erasures1700000000007,
    Extensions1700000000008,
    Numbers1700000000009,
    PlanRanges1700000000010,
    Givers1700000000011,
    HeldRanges1700000000012,
    IssuedOn1700000000013,
    DocumentNumbers1700000000014,
    RegistersOfContacts1700000000015,
    AnnulledPlans1700000000016,
  ],
};

/** Everything the agreement service runs, as one list. */
@Module({})
export class AgreementModule {
  static with(runtime: Runtime, vault: Vault): DynamicModule {
    addCatalogue(agreementMessages);
    return {
      module: AgreementModule,
      providers: [
        { provide: Runtime, useValue: runtime },
        { provide: Vault, useValue: vault },
      ],
      controllers: [
        OrganisationController,
        StaffController,
        ContactController,
        ErasureController,
        DocumentController,
        DirectiveController,
        WorkingGroupController,
        AgreementController,
        AcknowledgementController,
        PlanController,
        AmendmentController,
        AgreementConsumer,
        ErasureConsumer,
        PlanConsumer,
        PartiesConsumer,
        WorkingGroupConsumer,
      ],
    };
  }
}
