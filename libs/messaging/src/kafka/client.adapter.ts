import { createRequire } from 'node:module';
import kafkajs, { type Kafka, type LogEntry, type SASLOptions } from 'kafkajs';
import { serviceLogger } from '@lien-ket/telemetry';

/** Where the brokers are and who we are there. */
export interface KafkaAddress {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly sasl?: { readonly username: string; readonly password: string };
  /** Certificates of the brokers' authority, PEM; absent: no TLS. */
  readonly ca?: string;
}

interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
}

let quiet = false;

/**
 * kafkajs 2.2.4 lets every idle connection's queue wake up each millisecond for ever (kafkajs#1751): nothing is pending,
 * so nothing has to be looked at. Once per process; the version is pinned.
 */
function quietIdleQueues(): void {
  if (quiet) return;
  quiet = true;
  const load = createRequire(import.meta.url);
  const queue = load('kafkajs/src/network/requestQueue/index.js') as {
    prototype: { scheduleCheckPendingRequests(this: RequestQueue): void };
  };
  const original = queue.prototype.scheduleCheckPendingRequests;
  queue.prototype.scheduleCheckPendingRequests = function schedule(this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) original.call(this);
  };
}

/** The one place where a client is made. */
export function kafkaClient({ brokers, clientId, sasl, ca }: KafkaAddress): Kafka {
  quietIdleQueues();
  const scram: SASLOptions | undefined = sasl && { mechanism: 'scram-sha-512', ...sasl };
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    ...(scram ? { sasl: scram } : {}),
    ...(ca ? { ssl: { ca } } : {}),
    connectionTimeout: 5_000,
    requestTimeout: 20_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 100, maxRetryTime: 3_000, retries: 8 },
    logLevel: kafkajs.logLevel.ERROR,
    logCreator: () => logToService(clientId),
  });
}

/** Only what needs attention, by a stable code; the library's own words may quote a message. */
function logToService(clientId: string): (entry: LogEntry) => void {
  const logger = serviceLogger(clientId);
  return ({ namespace, log }) => {
    const { groupId, topic, error } = log as { groupId?: string; topic?: string; error?: unknown };
    const detail = [
      namespace,
      log.message.slice(0, 120),
      typeof error === 'string' ? error.slice(0, 160) : '',
    ]
      .filter((part) => part !== '')
      .join(': ');
    logger.warn('broker.notice', { detail, ...(groupId ? { groupId } : {}), ...(topic ? { topic } : {}) });
  };
}
