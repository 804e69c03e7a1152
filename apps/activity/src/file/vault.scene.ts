import { join } from 'node:path';
import {
  ErasureLedger,
  KeyFiles,
  Vault,
  systemRandomness,
  type KeyRows,
  type WrappedKey,
} from '@lien-ket/vault';

/** A vault as specs run it: its keys in memory, what it wraps them with in a directory. */
export function vaultIn(directory: string): Vault {
  return new Vault({
    rows: keyRows(),
    tenantKeys: new KeyFiles(join(directory, 'keys')),
    random: systemRandomness,
    reads: { record: () => Promise.reject(new Error('files are no persons')) },
    ledger: ErasureLedger.openOrBegin(join(directory, 'erased')),
  });
}

function keyRows(): KeyRows {
  const keys = new Map<string, WrappedKey>();
  return {
    find: (_ctx, kid) => Promise.resolve([...keys.values()].find((row) => row.kid === kid)),
    ensure: (ctx, subject, cls, make) => {
      const name = `${ctx.tenantId} ${subject} ${cls}`;
      const row = keys.get(name) ?? make(1);
      keys.set(name, row);
      return Promise.resolve(row);
    },
    destroy: (_ctx, kid) => {
      for (const [name, row] of keys) if (row.kid === kid) keys.delete(name);
      return Promise.resolve();
    },
  };
}
