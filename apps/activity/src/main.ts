import { join } from 'node:path';
import { PersonKeys, PersonReads, READS_DATABASE, SystemDatabase } from '@lien-ket/read-model';
import { startAlone } from '@lien-ket/runtime';
import { KeyFiles, Vault, systemRandomness } from '@lien-ket/vault';
import { ACTIVITY, ActivityModule } from './activity.module.js';

await startAlone(ACTIVITY, (runtime, { cluster, dataDir }) => {
  const keys = new PersonKeys(SystemDatabase.join(cluster, 'lk_keys'));
  const reads = new PersonReads(SystemDatabase.join(cluster, READS_DATABASE));
  const vault = new Vault(keys, new KeyFiles(join(dataDir, 'keys')), systemRandomness, reads);
  return ActivityModule.with(runtime, vault, join(dataDir, 'files'));
});
