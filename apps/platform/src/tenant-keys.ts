import { tenantKeyEvents } from '@lien-ket/contracts';
import { appendEvents } from '@lien-ket/event-store';
import { streamOf, uuidFrom, type Context } from '@lien-ket/kernel';
import { isReplacing, replaceTenantKey, systemRandomness, type ReplacingParts } from '@lien-ket/vault';
import type { Platform } from './platform.js';

type Parts = Pick<Platform, 'persons' | 'personal' | 'runtime' | 'store' | 'system'>;

/** What a replacement works on; the log says each version once. */
export function replacingParts(platform: Parts): ReplacingParts {
  const { store } = platform.runtime('agreement');
  return {
    rows: platform.persons,
    keys: platform.personal.keys,
    random: systemRandomness,
    record: async (ctx, version) => {
      const stream = streamOf('tenantkey', uuidFrom('tenantkey', ctx.tenantId));
      const said = await store.read(ctx, stream);
      if (said.some(({ data }) => (data as { version?: unknown }).version === version)) return;
      const command = { id: uuidFrom('tenantkey', ctx.tenantId, String(version)), name: 'replace', hash: '' };
      const events = [{ type: tenantKeyEvents.replaced.type, data: { version } }];
      await appendEvents(store, ctx, { stream, command, events, revision: said.length - 1 });
    },
  };
}

/** A new key for the tenant, wrapping all its persons' keys. @returns its version */
export function replaceKeyOf(platform: Parts, ctx: Context): Promise<number> {
  return replaceTenantKey(ctx, replacingParts(platform));
}

/** What a process that ended left half done is finished before the platform answers. */
export async function finishReplacing(platform: Parts): Promise<void> {
  for (const { id } of platform.store.begun) {
    const ctx = platform.system(id);
    if (await isReplacing(ctx, replacingParts(platform))) await replaceKeyOf(platform, ctx);
  }
}
