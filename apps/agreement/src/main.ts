import { PersonKeys, PersonReads, READS_DATABASE, SystemDatabase } from '@lien-ket/read-model';
import { openVault, startAlone } from '@lien-ket/runtime';
import { AGREEMENT, AgreementModule } from './agreement.module.js';

await startAlone(AGREEMENT, async (runtime, config) => {
  const keys = new PersonKeys(SystemDatabase.join(config.cluster, 'lk_keys'));
  const reads = new PersonReads(SystemDatabase.join(config.cluster, READS_DATABASE));
  const { vault } = await openVault(keys, reads, config);
  return AgreementModule.with(runtime, vault);
});
