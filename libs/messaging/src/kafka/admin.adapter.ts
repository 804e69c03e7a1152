import kafkajs, { type AclEntry, type Admin, type Kafka } from 'kafkajs';
import { addressOf, serviceTopics, topicOf } from '../topics.js';

export interface TopicSettings {
  readonly partitions: number;
  readonly replicas: number;
  /** Milliseconds; the event store is the truth, so topics need not keep for ever. */
  readonly retentionMs: number;
}

/** Who may do what: services read, the relay publishes; both for exactly these tenants. */
export interface Principal {
  readonly name: string;
  readonly kind: 'service' | 'relay';
  readonly tenants: readonly string[];
  /** Tenants that may share with them; a relay reads what they share, topic by topic. */
  readonly senders: readonly string[];
}

const LED_ATTEMPTS = 60;
const LED_PAUSE_MS = 250;
/** What was just given or taken reaches each broker a moment later: a fault counts when it stays. */
const PROBE_ATTEMPTS = 6;

/** Nobody but the administrator sees it: a credential that does is allowed too much. */
export const CANARY = 'lk-canary';

/** Every topic that the tenants need, those between them included. Idempotent. */
export async function ensureTopics(
  kafka: Kafka,
  tenants: readonly string[],
  { partitions, replicas, retentionMs }: TopicSettings,
): Promise<string[]> {
  return withAdmin(kafka, async (admin) => {
    const known = new Set(await admin.listTopics());
    const wanted = [
      CANARY,
      ...tenants.flatMap((tenant) => [...serviceTopics(tenant), ...sharedBy(tenant, tenants)]),
    ];
    const missing = wanted.filter((topic) => !known.has(topic));
    const topics = missing.map((topic) => ({
      topic,
      // What crosses is numbered per pair: one partition keeps the numbers in order.
      numPartitions: addressOf(topic)?.kind === 'service' ? partitions : 1,
      replicationFactor: replicas,
      configEntries: [
        { name: 'retention.ms', value: String(retentionMs) },
        { name: 'cleanup.policy', value: 'delete' },
        ...(replicas > 1 ? [{ name: 'min.insync.replicas', value: '2' }] : []),
      ],
    }));
    for (let from = 0; from < topics.length; from += 100)
      await admin.createTopics({
        topics: topics.slice(from, from + 100),
        waitForLeaders: false,
        timeout: 60_000,
      });
    await untilLed(admin, missing);
    return missing;
  });
}

/** Gives each principal exactly its rights; what it had beyond them is taken away. */
export async function ensureRights(kafka: Kafka, principals: readonly Principal[]): Promise<void> {
  await withAdmin(kafka, async (admin) => {
    for (const principal of principals) {
      const wanted = rightsOf(principal);
      const present = await rightsPresent(admin, principal.name);
      const surplus = present.filter((one) => !wanted.some((other) => sameRight(one, other)));
      const missing = wanted.filter((one) => !present.some((other) => sameRight(one, other)));
      if (surplus.length > 0) await admin.deleteAcls({ filters: surplus });
      if (missing.length > 0) await admin.createAcls({ acl: missing });
    }
  });
}

/**
 * What a credential may, tried out: it sees its tenants' topics and none else, and makes none.
 * @returns what it may too much or too little; [] when it is right
 */
export async function probe(kafka: Kafka, tenants: readonly string[]): Promise<string[]> {
  return withAdmin(kafka, async (admin) => {
    for (let attempt = 1; ; attempt += 1) {
      const faults = await faultsOf(admin, tenants);
      if (faults.length === 0 || attempt === PROBE_ATTEMPTS) return faults;
      await new Promise((resolve) => setTimeout(resolve, LED_PAUSE_MS));
    }
  });
}

async function faultsOf(admin: Admin, tenants: readonly string[]): Promise<string[]> {
  const seen = (await admin.listTopics()).filter((topic) => !topic.startsWith('__'));
  const served = new Set(tenants);
  const foreign = seen.filter((topic) => !mayBeSeen(topic, served));
  const unseen = tenants.flatMap(serviceTopics).filter((topic) => !seen.includes(topic));
  const faults = [
    ...foreign.map((topic) => `sees ${topic}`),
    ...unseen.map((topic) => `does not see ${topic}`),
  ];
  if (await makes(admin)) faults.push('may make topics');
  return faults;
}

/** A topic that was just made has no leader for a moment; kafkajs' own waiting gives up on the first such answer. */
async function untilLed(admin: Admin, topics: readonly string[]): Promise<void> {
  for (let attempt = 1; topics.length > 0; attempt += 1) {
    try {
      await admin.fetchTopicMetadata({ topics: [...topics] });
      return;
    } catch (error) {
      if (attempt === LED_ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, LED_PAUSE_MS));
    }
  }
}

function sharedBy(tenant: string, tenants: readonly string[]): string[] {
  return tenants.filter((to) => to !== tenant).map((to) => topicOf({ kind: 'share', tenant, to }));
}

function mayBeSeen(topic: string, served: ReadonlySet<string>): boolean {
  const address = addressOf(topic);
  if (!address) return false;
  return served.has(address.tenant) || (address.kind === 'share' && served.has(address.to));
}

async function makes(admin: Admin): Promise<boolean> {
  try {
    await admin.createTopics({
      topics: [{ topic: 'lk-probe', numPartitions: 1 }],
      validateOnly: true,
      waitForLeaders: false,
    });
    return true;
  } catch {
    return false;
  }
}

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

const { READ, WRITE, DESCRIBE, IDEMPOTENT_WRITE } = AclOperationTypes;
const { TOPIC, GROUP, CLUSTER } = AclResourceTypes;
const { LITERAL, PREFIXED } = ResourcePatternTypes;

/** Kafka's own numbers of resource, pattern and operation. */
type Right = readonly [resource: number, name: string, pattern: number, operation: number];

function rightsOf(principal: Principal): AclEntry[] {
  return listOf(principal).map(([resourceType, resourceName, resourcePatternType, operation]) => ({
    principal: `User:${principal.name}`,
    host: '*',
    permissionType: AclPermissionTypes.ALLOW,
    resourceType,
    resourceName,
    resourcePatternType,
    operation,
  }));
}

function listOf({ name, kind, tenants, senders }: Principal): Right[] {
  const groups = [READ, DESCRIBE].map((one): Right => [GROUP, `lk.${name}.`, PREFIXED, one]);
  const operations = kind === 'relay' ? [READ, WRITE, DESCRIBE] : [READ, DESCRIBE];
  const own = tenants.flatMap((tenant) =>
    operations.map((one): Right => [TOPIC, `lk.${tenant}.`, PREFIXED, one]),
  );
  if (kind === 'service') return [...groups, ...own];
  const incoming = tenants.flatMap((to) =>
    senders.filter((from) => from !== to).map((tenant) => topicOf({ kind: 'share', tenant, to })),
  );
  return [
    ...groups,
    ...own,
    ...incoming.flatMap((topic) => [READ, DESCRIBE].map((one): Right => [TOPIC, topic, LITERAL, one])),
    [CLUSTER, 'kafka-cluster', LITERAL, IDEMPOTENT_WRITE],
  ];
}

async function rightsPresent(admin: Admin, name: string): Promise<AclEntry[]> {
  const { resources } = await admin.describeAcls({
    principal: `User:${name}`,
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  });
  return resources.flatMap(({ acls, ...resource }) =>
    acls.map((acl) => ({ ...acl, ...resource, resourcePatternType: resource.resourcePatternType })),
  );
}

function sameRight(one: AclEntry, other: AclEntry): boolean {
  return (
    one.resourceType === other.resourceType &&
    one.resourceName === other.resourceName &&
    one.operation === other.operation &&
    one.resourcePatternType === other.resourcePatternType &&
    one.permissionType === other.permissionType
  );
}

async function withAdmin<T>(kafka: Kafka, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}
