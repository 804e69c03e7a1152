import { erasureEvents, keysDestroyed, type KeyDestroyed } from '@lien-ket/contracts';
import { idOf } from '@lien-ket/kernel';
import type { Platform } from './platform.js';

/** Whoever the tenant's log says was erased is erased again, and stands in the ledger. */
export async function rememberErased(
  platform: Pick<Platform, 'system' | 'runtime' | 'vault'>,
  tenant: string,
): Promise<void> {
  const ctx = platform.system(tenant);
  const types = [erasureEvents.keyDestroyed.type];
  for await (const batch of platform.runtime('agreement').store.log(ctx, { after: 0, types }))
    for (const { data, stream } of batch)
      for (const { kid, subject } of keysDestroyed(data as KeyDestroyed))
        await platform.vault.destroy(ctx, kid, { subject, request: idOf(stream) });
}
