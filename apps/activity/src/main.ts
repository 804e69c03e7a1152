import { join } from 'node:path';
import { PersonKeys, PersonReads, READS_DATABASE, SystemDatabase } from '@lien-ket/read-model';
import { openVault, startAlone } from '@lien-ket/runtime';
import { ACTIVITY, ActivityModule } from './activity.module.js';

await startAlone(ACTIVITY, async (runtime, config) => {
  const keys = new PersonKeys(SystemDatabase.join(config.cluster, 'lk_keys'));
  const reads = new PersonReads(SystemDatabase.join(config.cluster, READS_DATABASE));
  const { vault } = await openVault(keys, reads, config);
  return ActivityModule.with(runtime, vault, join(config.dataDir, 'files'));
});
