import { isTenantId, type TenantId } from '@lien-ket/kernel';

/** Where a message goes or comes from: one service's events of a tenant, or what one tenant shares with another. */
export type Address =
  | { readonly kind: 'service'; readonly tenant: TenantId; readonly service: string }
  | { readonly kind: 'share'; readonly tenant: TenantId; readonly to: TenantId };

/** Services whose public events are published, each to a topic of its own per tenant. */
export const PUBLISHING = ['agreement', 'activity', 'reporting', 'notification', 'relay'] as const;

/** `lk.<tenant>.<service>` or `lk.<from>.to.<to>`; a dot ends each part, so that a prefix never meets another tenant. */
export function topicOf(address: Address): string {
  return address.kind === 'service'
    ? `lk.${address.tenant}.${address.service}`
    : `lk.${address.tenant}.to.${address.to}`;
}

/** Undefined for a topic that is none of ours. */
export function addressOf(topic: string): Address | undefined {
  const [lk, tenant = '', second = '', to, ...rest] = topic.split('.');
  if (lk !== 'lk' || !isTenantId(tenant) || rest.length > 0) return undefined;
  if (to === undefined)
    return PUBLISHING.some((service) => service === second)
      ? { kind: 'service', tenant, service: second }
      : undefined;
  return second === 'to' && isTenantId(to) && to !== tenant ? { kind: 'share', tenant, to } : undefined;
}

/** All topics of a tenant's own services. */
export function serviceTopics(tenant: TenantId): string[] {
  return PUBLISHING.map((service) => topicOf({ kind: 'service', tenant, service }));
}
