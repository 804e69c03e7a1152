import { join } from 'node:path';
import { PersonKeys, PersonReads, READS_DATABASE, SystemDatabase } from '@lien-ket/read-model';
import { startAlone } from '@lien-ket/runtime';
import { KeyFiles, Vault, systemRandomness } from '@lien-ket/vault';
import { AGREEMENT, AgreementModule } from './agreement.module.js';

await startAlone(AGREEMENT, (runtime, { cluster, dataDir }) => {
  const keys = new PersonKeys(SystemDatabase.join(cluster, 'lk_keys'));
  const reads = new PersonReads(SystemDatabase.join(cluster, READS_DATABASE));
  return AgreementModule.with(
    runtime,
    new Vault(keys, new KeyFiles(join(dataDir, 'keys')), systemRandomness, reads),
  );
});
