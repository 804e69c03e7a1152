import type { Clock } from '@lien-ket/kernel';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import { BoundedMap } from '../bounded-map.js';

/** Where the provider keeps sessions, grants, codes and refresh tokens: one adapter per kind of thing. */
export interface ProviderStore {
  adapterFor(kind: string): Adapter;
}

interface Stored {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * In this process only, bounded and expiring: after a restart people sign in again, and two gateways side by side need
 * sticky sessions. A store that survives implements the same port.
 */
export class MemoryProviderStore implements ProviderStore {
  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly max = 20_000,
  ) {}

  private readonly kinds = new Map<string, BoundedMap<Stored>>();
  private readonly uids = new Map<string, BoundedMap<string>>();

  adapterFor(kind: string): Adapter {
    const [things, uids] = [this.mapOf(this.kinds, kind), this.mapOf(this.uids, kind)];
    const now = (): number => Date.parse(this.clock.now());
    const find = async (id: string): Promise<AdapterPayload | undefined> => things.get(id, now())?.payload;
    return {
      find,
      upsert: async (id, payload, expiresIn) => {
        const expires = expiresIn === undefined ? NEVER : now() + expiresIn * 1000;
        things.set(id, { payload, expires }, expires, now());
        if (payload.uid !== undefined) uids.set(payload.uid, id, expires, now());
      },
      findByUid: async (uid) => find(uids.get(uid, now()) ?? ''),
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const stored = things.get(id, now());
        if (!stored) return;
        const payload = { ...stored.payload, consumed: Math.floor(now() / 1000) };
        things.set(id, { ...stored, payload }, stored.expires, now());
      },
      destroy: async (id) => things.delete(id),
      revokeByGrantId: async (grantId) => this.revoke(grantId, now()),
    };
  }

  private revoke(grantId: string, now: number): void {
    for (const things of this.kinds.values())
      for (const id of things.keys()) if (things.get(id, now)?.payload.grantId === grantId) things.delete(id);
  }

  private mapOf<V>(maps: Map<string, BoundedMap<V>>, kind: string): BoundedMap<V> {
    const map = maps.get(kind) ?? new BoundedMap<V>(this.max);
    maps.set(kind, map);
    return map;
  }
}
