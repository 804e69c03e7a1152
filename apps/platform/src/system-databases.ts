import {
  FACTS_ROLE,
  FACTS_SQL,
  KEY_TABLES,
  PLATFORM_DATABASE,
  PersonKeys,
  PersonReads,
  READS_DATABASE,
  READ_TABLES,
  SystemDatabase,
  type ClusterAddress,
} from '@lien-ket/read-model';
import { PLATFORM_TABLES, PlatformStore } from './store/platform-store.js';

/** What no tenant owns, each in a database of its own. */
export interface SystemStores {
  readonly store: PlatformStore;
  readonly persons: PersonKeys;
  readonly reads: PersonReads;
  close(): Promise<void>;
}

/** Makes what is missing of them. */
export async function openSystemStores(
  address: ClusterAddress,
  superuser: { readonly user: string; readonly password: string },
): Promise<SystemStores> {
  const reader = { role: FACTS_ROLE, sql: FACTS_SQL };
  const [platformDb, keyDb, readDb] = await Promise.all([
    SystemDatabase.open(address, superuser, PLATFORM_DATABASE, PLATFORM_TABLES, reader),
    SystemDatabase.open(address, superuser, 'lk_keys', KEY_TABLES),
    SystemDatabase.open(address, superuser, READS_DATABASE, READ_TABLES),
  ]);
  return {
    store: new PlatformStore(platformDb),
    persons: new PersonKeys(keyDb),
    reads: new PersonReads(readDb),
    close: async () => {
      for (const database of [platformDb, keyDb, readDb]) await database.close();
    },
  };
}
