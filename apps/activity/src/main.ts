import { join } from 'node:path';
import { PersonKeys, SystemDatabase } from '@lien-ket/read-model';
import { startAlone } from '@lien-ket/runtime';
import { KeyFiles, Vault, systemRandomness } from '@lien-ket/vault';
import { ACTIVITY, ActivityModule } from './activity.module.js';

await startAlone(ACTIVITY, (runtime, { cluster, dataDir }) => {
  const keys = new PersonKeys(SystemDatabase.join(cluster, 'lk_keys'));
  const vault = new Vault(keys, new KeyFiles(join(dataDir, 'keys')), systemRandomness);
  return ActivityModule.with(runtime, vault, join(dataDir, 'files'));
});
