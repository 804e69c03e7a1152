import { join } from 'node:path';
import {
  ensureRights,
  ensureTopics,
  kafkaClient,
  type KafkaAddress,
  type Principal,
  type TopicSettings,
} from '@lien-ket/messaging';

import { serves, type ServedTenants } from '@lien-ket/runtime';
import { PUBLISHED, PublisherKeyFiles } from '@lien-ket/relay/module';
import { HANDLING } from './followers.js';
import type { Platform } from './platform.js';

/** What the platform's process does at the broker: topics and rights of each tenant. */
export interface BrokerSettings {
  readonly address: KafkaAddress;
  readonly topics: TopicSettings;
  readonly principals: readonly {
    readonly name: string;
    readonly kind: Principal['kind'];
    readonly served: ServedTenants;
  }[];
}

/** Idempotent: the topics of all tenants, and for each principal exactly the rights on its tenants' topics. */
async function provisionBroker(settings: BrokerSettings, tenants: readonly string[]): Promise<void> {
  const kafka = kafkaClient(settings.address);
  await ensureTopics(kafka, tenants, settings.topics);
  const principals = settings.principals.map(({ name, kind, served }) => ({
    name,
    kind,
    tenants: tenants.filter((tenant) => serves(served, tenant)),
    senders: tenants,
  }));
  if (settings.address.sasl) await ensureRights(kafka, principals);
}

/** Topics, rights and published keys of all tenants; a log that was followed in one process is published from there on. */
export async function joinBroker(platform: Platform, settings: BrokerSettings): Promise<void> {
  const keys = new PublisherKeyFiles(join(platform.config.dataDir, 'keys'));
  const tenants = platform.store.present.map(({ id }) => id);
  await provisionBroker(settings, tenants);
  for (const id of tenants) {
    const { id: keyId, publicPem } = keys.ensure(id);
    await platform.store.addPublisherKey(id, keyId, publicPem);
    await handOver(platform, id);
  }
}

async function handOver(platform: Platform, id: string): Promise<void> {
  const ctx = platform.system(id);
  const handled = HANDLING.map((service) => platform.runtime(service).consumerRows.cursor(ctx));
  const from = Math.min(...(await Promise.all(handled)));
  await platform
    .runtime('relay')
    .db.use(ctx, (db) =>
      db.query('INSERT INTO cursor (name, seq) VALUES ($1, $2) ON CONFLICT DO NOTHING', [PUBLISHED, from]),
    );
}
