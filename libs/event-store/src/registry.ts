import { EVENTS, categories } from '@lien-ket/contracts';
import { categoryOf, type StreamName } from '@lien-ket/kernel';
import type { EncodedEvent } from './port.js';

/** Who owns which categories and types, and who sees what: PostgreSQL is provisioned from it, KurrentDB's driver obeys it. */
export interface LogRegistry {
  readonly types: readonly { readonly type: string; readonly service: string; readonly public: boolean }[];
  readonly categories: readonly { readonly category: string; readonly service: string }[];
  /** Services that see the whole log; all others see their own events and the public types of others. */
  readonly readers: readonly string[];
}

export const PLATFORM_REGISTRY: LogRegistry = {
  types: EVENTS,
  categories: categories(),
  readers: ['relay', 'audit'],
};

/** The registry as rows of a tenant's database. Idempotent. */
export function registerSql({ types, categories: owned }: LogRegistry): string {
  const typeRows = types.map(({ type, service, public: open }) => `('${type}', '${service}', ${open})`);
  const categoryRows = owned.map(({ category, service }) => `('${category}', '${service}')`);
  return `
      INSERT INTO log.category VALUES ${categoryRows.join(', ')} ON CONFLICT (category) DO NOTHING;
      INSERT INTO log.event_type VALUES ${typeRows.join(', ')} ON CONFLICT (type) DO UPDATE SET public = excluded.public;`;
}

/** The rights of one service on a log that no database guards. */
export class LogRights {
  private readonly seen: ReadonlySet<string> | undefined;
  private readonly categories: ReadonlySet<string>;
  private readonly types: ReadonlySet<string>;

  constructor(
    { types, categories: registered, readers }: LogRegistry,
    private readonly service: string,
  ) {
    const own = types.filter((one) => one.service === service);
    const open = types.filter((one) => one.public);
    const owned = registered.filter((one) => one.service === service);
    this.types = new Set(own.map(({ type }) => type));
    this.categories = new Set(owned.map(({ category }) => category));
    this.seen = readers.includes(service) ? undefined : new Set([...own, ...open].map(({ type }) => type));
  }

  sees(type: string): boolean {
    return this.seen === undefined || this.seen.has(type);
  }

  /** @throws Error for a stream or a type that is not this service's */
  refuseForeign(stream: StreamName, events: readonly EncodedEvent[]): void {
    const category = categoryOf(stream);
    if (!this.categories.has(category))
      throw new Error(`service ${this.service} does not own the category ${category}`);
    const foreign = events.find(({ type }) => !this.types.has(type));
    if (foreign) throw new Error(`type ${foreign.type} is not registered for service ${this.service}`);
  }
}
