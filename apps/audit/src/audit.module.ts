import { Module, type DynamicModule } from '@nestjs/common';
import { PersonReads } from '@lien-ket/read-model';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { AuditController } from './log/audit.controller.js';
import { ReadsController } from './log/reads.controller.js';
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
  static with(runtime: Runtime, reads: PersonReads): DynamicModule {
    return {
      module: AuditModule,
      providers: [
        { provide: Runtime, useValue: runtime },
        { provide: PersonReads, useValue: reads },
      ],
      controllers: [AuditController, ReadsController],
    };
  }
}
