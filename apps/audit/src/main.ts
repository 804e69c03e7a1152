import { PersonKeys, PersonReads, READS_DATABASE, SystemDatabase } from '@lien-ket/read-model';
import { startAlone, type AloneParts, type Joined } from '@lien-ket/runtime';
import { serviceLogger } from '@lien-ket/telemetry';
import { AUDIT, AuditModule, Checkpoints } from './audit.module.js';
import { Proofs } from './proof/checkpoints.adapter.js';

/** Leaves and checkpoints of the tenants that this process serves. */
async function joinAudit({ runtime, config, logger }: AloneParts): Promise<Joined> {
  const checkpoints = new Checkpoints(runtime, config.dataDir, logger, config.logOfLogsUrl);
  return { followers: [checkpoints], part: () => [], close: () => checkpoints.stop() };
}

await startAlone(
  AUDIT,
  (runtime, { cluster, dataDir, logOfLogsUrl }) => {
    const reads = new PersonReads(SystemDatabase.join(cluster, READS_DATABASE));
    const persons = new PersonKeys(SystemDatabase.join(cluster, 'lk_keys'));
    const proofs = new Proofs(runtime, dataDir, serviceLogger('audit'), logOfLogsUrl);
    return AuditModule.with(runtime, reads, persons, proofs);
  },
  { join: joinAudit },
);
