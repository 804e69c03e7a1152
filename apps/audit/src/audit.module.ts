import { Module, type DynamicModule } from '@nestjs/common';
import { PersonKeys, PersonReads } from '@lien-ket/read-model';
import { Runtime, type ServiceSpec } from '@lien-ket/runtime';
import { ComparisonController } from './comparison/comparison.controller.js';
import { HistoryController } from './history/history.controller.js';
import { historyProjection } from './history/history.projection.js';
import { HistoryRow, HistoryStateRow } from './history/history.rows.js';
import { AuditController } from './log/audit.controller.js';
import { ReadsController } from './log/reads.controller.js';
import { Audit1700000000001 } from './migrations/0001-audit.js';
import { Proof1700000000002 } from './migrations/0002-proof.js';
import { Witnesses1700000000003 } from './migrations/0003-witnesses.js';
import { EntryTiles1700000000004 } from './migrations/0004-entry-tiles.js';
import { History1700000000005 } from './migrations/0005-history.js';
import { LogOfLogs1700000000006 } from './migrations/0006-log-of-logs.js';
import { RightsController } from './rights/rights.controller.js';
import { Checkpoints, Proofs } from './proof/checkpoints.adapter.js';
import { LogsController } from './proof/logs.controller.js';
import { ProofController } from './proof/proof.controller.js';
import { Witness } from './proof/witness.adapter.js';

export const AUDIT: ServiceSpec = {
  service: 'audit',
  entities: [HistoryRow, HistoryStateRow],
  projections: [historyProjection],
  migrations: [
    Audit1700000000001,
    Proof1700000000002,
    Witnesses1700000000003,
    EntryTiles1700000000004,
    History1700000000005,
    LogOfLogs1700000000006,
  ],
};

/** Reads every log under the auditor's role and proves it; writes to none. */
@Module({})
export class AuditModule {
  static with(runtime: Runtime, reads: PersonReads, persons: PersonKeys, proofs: Proofs): DynamicModule {
    return {
      module: AuditModule,
      providers: [
        { provide: Runtime, useValue: runtime },
        { provide: PersonReads, useValue: reads },
        { provide: PersonKeys, useValue: persons },
        { provide: Proofs, useValue: proofs },
      ],
      controllers: [
        AuditController,
        ReadsController,
        ProofController,
        LogsController,
        HistoryController,
        ComparisonController,
        RightsController,
      ],
    };
  }
}

export { Checkpoints, Witness };
