import {
  ensureRights,
  ensureTopics,
  kafkaClient,
  type KafkaAddress,
  type Principal,
  type TopicSettings,
} from '@lien-ket/messaging';

/** What the platform's process does at the broker: topics and rights of each tenant. */
export interface BrokerSettings {
  readonly address: KafkaAddress;
  readonly topics: TopicSettings;
  /** Who serves which tenants; `*`: all, also those that join later. */
  readonly principals: readonly {
    readonly name: string;
    readonly kind: Principal['kind'];
    readonly tenants: '*' | readonly string[];
  }[];
}

/** Idempotent: the topics of all tenants, and for each principal exactly the rights on its tenants' topics. */
export async function provisionBroker(settings: BrokerSettings, tenants: readonly string[]): Promise<void> {
  const kafka = kafkaClient(settings.address);
  await ensureTopics(kafka, tenants, settings.topics);
  const principals = settings.principals.map(({ name, kind, tenants: served }) => ({
    name,
    kind,
    tenants: served === '*' ? tenants : served.filter((tenant) => tenants.includes(tenant)),
    senders: tenants,
  }));
  if (settings.address.sasl) await ensureRights(kafka, principals);
}
