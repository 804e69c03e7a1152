import { PersonReads, READS_DATABASE, SystemDatabase } from '@lien-ket/read-model';
import { startAlone } from '@lien-ket/runtime';
import { AUDIT, AuditModule } from './audit.module.js';

await startAlone(AUDIT, (runtime, { cluster }) =>
  AuditModule.with(runtime, new PersonReads(SystemDatabase.join(cluster, READS_DATABASE))),
);
