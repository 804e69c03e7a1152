import { readinessPart } from '@lien-ket/runtime';
import type { ReadinessPart, ReadinessSource } from '@lien-ket/service';
import type { Platform } from './platform.js';

/**
 * Each tenant's services and how far they lag; one that can't be asked hides no other. Where the services have processes
 * of their own those tell it, and this one tells of its own store.
 */
export function readinessOf(platform: Platform): ReadinessSource {
  return {
    parts: async () => {
      if (!platform.embedded) return [await storePart(platform)];
      const begun = platform.store.begun;
      const runtimes = [...platform.runtimes.values()];
      return Promise.all(
        begun.flatMap(({ id }) => runtimes.map((runtime) => readinessPart(runtime, platform.system(id)))),
      );
    },
  };
}

async function storePart({ store }: Platform): Promise<ReadinessPart> {
  const ready = await store.tenants().then(
    () => true,
    () => false,
  );
  return { name: 'platform store', ready };
}
