import { join } from 'node:path';
import type { PersonKeys, PersonReads } from '@lien-ket/read-model';
import { ErasureLedger, KeyFiles, LedgerFault, Vault, systemRandomness } from '@lien-ket/vault';

export interface VaultPlaces {
  readonly dataDir: string;
  /** Where the ledger of erasures lies, when it is not with the keys. */
  readonly erasureLedger: string | undefined;
  /** Said by a person: the ledger of before is lost, and a new one begins. */
  readonly isLedgerLost?: boolean;
}

export interface PersonsVault {
  readonly vault: Vault;
  readonly keys: KeyFiles;
  readonly ledger: ErasureLedger;
  /** The keys' database knew of no ledger: what the logs say of erasures should be entered into it. */
  readonly isBegun: boolean;
}

export function ledgerFolder({ dataDir, erasureLedger }: VaultPlaces): string {
  return erasureLedger ?? join(dataDir, 'keys', 'erased');
}

/**
 * The vault over the stored keys. Before any key is served, whatever the ledger says is destroyed again: the database may be
 * an older one than the ledger.
 * @throws LedgerFault when the ledger is not the one that these keys knew
 */
export async function openVault(
  rows: PersonKeys,
  reads: PersonReads,
  places: VaultPlaces,
): Promise<PersonsVault> {
  const folder = ledgerFolder(places);
  const kept = await rows.ledger();
  if (kept && !places.isLedgerLost) {
    const found = ErasureLedger.open(folder);
    if (!found) throw new LedgerFault('missing', folder);
    found.mustContain(kept);
  }
  const ledger = ErasureLedger.openOrBegin(folder);
  await rows.replay(ledger.all, ledger.state);
  const keys = new KeyFiles(join(places.dataDir, 'keys'));
  const vault = new Vault({ rows, tenantKeys: keys, random: systemRandomness, reads, ledger });
  return { vault, keys, ledger, isBegun: !kept || places.isLedgerLost === true };
}
