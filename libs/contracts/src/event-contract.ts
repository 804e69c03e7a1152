import type { NewEvent } from '@lien-ket/kernel';
import { z } from 'zod';

/** Services that own event types and stream categories. */
export type ServiceName = 'agreement' | 'activity' | 'reporting' | 'notification' | 'relay';

/** One object per event: wire name, parser, type, JSON schema. Additive change only (else `.v<n+1>` and an upcaster). */
export interface EventContract<N extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: N;
  readonly service: ServiceName;
  readonly aggregate: string;
  readonly schema: S;
  /** True when other services of the tenant may read it in their view of the log. */
  readonly public: boolean;
  /** True when it may cross to another tenant, over the share channel, to those named in its `sharedWith`. */
  readonly shared: boolean;
}

/** The event a decider returns for a contract. */
export type EventOf<C> = C extends EventContract<infer N, infer S> ? NewEvent<N, z.infer<S>> : never;

const WIRE_NAME = /^lk\.([a-z]+)\.([a-z]+)\.([a-zA-Z]+)\.v(\d+)$/;

/** @param type `lk.<service>.<aggregate>.<event>.v<n>` */
export function defineEvent<const N extends string, S extends z.ZodType>(
  type: N,
  schema: S,
  options: { readonly public?: boolean; readonly shared?: boolean } = {},
): EventContract<N, S> {
  const match = WIRE_NAME.exec(type);
  if (!match?.[1] || !match[2]) throw new Error(`not a wire name: ${type}`);
  return {
    type,
    service: match[1] as ServiceName,
    aggregate: match[2],
    schema,
    public: options.public ?? options.shared ?? false,
    shared: options.shared ?? false,
  };
}
