import { join } from 'node:path';
import { ErasureLedger, KeyFiles, Vault, systemRandomness, type KeyRows } from '@lien-ket/vault';

interface Key {
  readonly subject: string;
  readonly cls: string;
  readonly wrapped: Buffer;
}

/** A vault whose keys lie in memory, so that a spec sees which of them there are; its files lie in the folder. */
export function vaultInMemory(folder: string) {
  const keys = new Map<string, Key>();
  const rows: KeyRows = {
    find: async (_, kid) => {
      const wrapped = keys.get(kid)?.wrapped;
      return wrapped && { wrapped, version: 1 };
    },
    ensure: async (_, subject, cls, make) => {
      const known = [...keys].find(([, one]) => one.subject === subject && one.cls === cls);
      if (known) return { kid: known[0], wrapped: known[1].wrapped, version: 1 };
      const made = make(1);
      keys.set(made.kid, { subject, cls, wrapped: made.wrapped });
      return made;
    },
    destroy: async (_, kid) => void keys.delete(kid),
  };
  const record = async (): Promise<void> => undefined;
  const ledger = ErasureLedger.openOrBegin(join(folder, 'erased'));
  const tenantKeys = new KeyFiles(join(folder, 'keys'));
  const vault = new Vault({ rows, tenantKeys, random: systemRandomness, reads: { record }, ledger });
  return { vault, keys, ledger };
}
