import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { AgreementModule } from '@lien-ket/agreement/module';
import { ActivityModule } from '@lien-ket/activity/module';
import { AuditModule } from '@lien-ket/audit/module';
import { NotificationModule, mailSettings, mailerOf } from '@lien-ket/notification/module';
import { ReportingModule } from '@lien-ket/reporting/module';
import { RelayModule } from '@lien-ket/relay/module';
import { GatewayModule, type EmbeddedGateway } from '@lien-ket/gateway/module';
import {
  AccountController,
  DemonstrationController,
  MeController,
  TenantController,
} from './admin/admin.controllers.js';
import { OperationsController } from './admin/operations.controller.js';
import { Demonstration } from './demo/demonstration.js';
import { PARKED, ParkedController } from '@lien-ket/runtime';
import { addCatalogue } from '@lien-ket/service';
import { Platform } from './platform.js';
import { platformMessages } from './platform.messages.js';

/** The gateway and the platform's own administration; in the embedded form all services too. */
@Module({})
export class PlatformModule {
  static with(platform: Platform, demonstration: Demonstration, gateway: EmbeddedGateway): DynamicModule {
    addCatalogue(platformMessages);
    return {
      module: PlatformModule,
      imports: [...(platform.embedded ? servicesOf(platform) : []), GatewayModule.embedded(gateway)],
      providers: [
        { provide: Platform, useValue: platform },
        { provide: Demonstration, useValue: demonstration },
        { provide: PARKED, useValue: platform.embedded?.parked ?? new Map() },
      ],
      controllers: [
        MeController,
        TenantController,
        AccountController,
        DemonstrationController,
        OperationsController,
        ...(platform.embedded ? [ParkedController] : []),
      ],
    };
  }
}

/** The services in this process; where they run in processes of their own this one holds none of them. */
function servicesOf(platform: Platform): DynamicModule[] {
  const { dataDir } = platform.config;
  return [
    AgreementModule.with(platform.runtime('agreement'), platform.vault),
    ActivityModule.with(platform.runtime('activity'), platform.vault, join(dataDir, 'files')),
    ReportingModule.with(platform.runtime('reporting')),
    NotificationModule.with(
      platform.runtime('notification'),
      mailerOf(mailSettings(), join(dataDir, 'mail')),
    ),
    AuditModule.with(
      platform.runtime('audit'),
      platform.reads,
      platform.persons,
      platform.checkpoints.proofs,
    ),
    RelayModule.with(platform.runtime('relay')),
  ];
}
