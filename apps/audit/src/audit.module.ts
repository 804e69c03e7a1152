import { Module, type DynamicModule } from '@nestjs/common';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { AuditController } from './log/audit.controller.js';
import { Audit1700000000001 } from './migrations/0001-audit.js';

export const AUDIT: ServiceSpec = {
  service: 'audit',
  entities: [],
  projections: [],
  migrations: [Audit1700000000001],
};

/** Reads every log under the auditor's role; writes to none. */
@Module({})
export class AuditModule {
  static with(runtime: Runtime): DynamicModule {
    return {
      module: AuditModule,
      providers: [{ provide: Runtime, useValue: runtime }],
      controllers: [AuditController],
    };
  }
}
