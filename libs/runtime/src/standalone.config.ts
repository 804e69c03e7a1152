import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { ConnectionOf } from '@lien-ket/event-store';
import type { KafkaAddress } from '@lien-ket/messaging';
import type { ClusterAddress } from '@lien-ket/read-model';
import { ConfigurationFaults, secretIn } from '@lien-ket/service';
import { servedTenants, type ServedTenants } from './served-tenants.js';
import { eventStoresOf } from './stores.config.js';

/** Everything a process of the distributed form is told; one table for all services. */
export const STANDALONE_SETTINGS = {
  PORT: z.coerce.number().int().min(0).max(65535),
  HOST: z.string().default('127.0.0.1'),
  /** As `servedTenants` reads it: `*` (all, also those that join later), `a,b`, or `*-a+b` (all but these). */
  TENANTS: z.string().min(1).default('*'),
  POSTGRES_HOST: z.string().default('127.0.0.1'),
  POSTGRES_PORT: z.coerce.number().int().min(1).max(65535).default(5432),
  /** File with the secret from which the passwords of all login roles are derived. Or: */
  POSTGRES_SECRET_FILE: z.string().min(1).optional(),
  /** file with the passwords of exactly the roles that this process needs: JSON, role to password. */
  POSTGRES_PASSWORDS_FILE: z.string().min(1).optional(),
  MAX_CONNECTIONS: z.coerce.number().int().min(4).max(500).default(30),
  OIDC_ISSUER: z.url(),
  OIDC_JWKS_URL: z.url(),
  DATA_DIR: z.string().min(1).default('.data'),
  /** Folder of the ledger of erasures; absent: with the keys, in `DATA_DIR/keys/erased`. */
  ERASURE_LEDGER: z.string().min(1).optional(),
  /** The audit process that serves the hub, told to that of a group which does not. */
  LOG_OF_LOGS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `1`: the business day is the demonstration's, kept in the platform store. */
  DEMO: z.enum(['0', '1']).default('0'),
  /** Brokers by comma; absent: messages are read from the event store's log. */
  KAFKA_BROKERS: z.string().min(1).optional(),
  KAFKA_USERNAME: z.string().min(1).optional(),
  KAFKA_PASSWORD_FILE: z.string().min(1).optional(),
  KAFKA_CA_FILE: z.string().min(1).optional(),
} as const;

export interface StandaloneConfig {
  readonly port: number;
  readonly host: string;
  readonly tenants: ServedTenants;
  readonly cluster: ClusterAddress;
  /** Where the KurrentDB of a tenant is, for those that are on one. */
  readonly connectionOf: ConnectionOf;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly dataDir: string;
  readonly erasureLedger: string | undefined;
  readonly logOfLogsUrl: string | undefined;
  readonly demo: boolean;
  readonly kafka: KafkaAddress | undefined;
}

/** Configuration of a service that runs alone. @throws ConfigurationFaults */
export function standaloneConfig(
  service: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): StandaloneConfig {
  const parsed = z.object(STANDALONE_SETTINGS).safeParse(env);
  const faults = parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
  if (!env['POSTGRES_SECRET_FILE'] && !env['POSTGRES_PASSWORDS_FILE'])
    faults.push('POSTGRES_SECRET_FILE or POSTGRES_PASSWORDS_FILE: one of them is needed');
  if ((env['KAFKA_USERNAME'] === undefined) !== (env['KAFKA_PASSWORD_FILE'] === undefined))
    faults.push('KAFKA_USERNAME and KAFKA_PASSWORD_FILE: both or none');
  const files = ['POSTGRES_SECRET_FILE', 'POSTGRES_PASSWORDS_FILE', 'KAFKA_PASSWORD_FILE', 'KAFKA_CA_FILE'];
  for (const name of files)
    if (env[name] !== undefined && secretIn(env[name]) === undefined) faults.push(`${name}: cannot be read`);
  const tenants = parsed.success ? servedBy(parsed.data.TENANTS, faults) : undefined;
  if (!parsed.success || !tenants || faults.length > 0) throw new ConfigurationFaults(faults);
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    tenants,
    cluster: {
      host: data.POSTGRES_HOST,
      port: data.POSTGRES_PORT,
      maxConnections: data.MAX_CONNECTIONS,
      passwordOf: passwords(data.POSTGRES_SECRET_FILE, data.POSTGRES_PASSWORDS_FILE),
    },
    connectionOf: eventStoresOf(env),
    issuer: data.OIDC_ISSUER,
    jwksUrl: data.OIDC_JWKS_URL,
    dataDir: data.DATA_DIR,
    erasureLedger: data.ERASURE_LEDGER,
    logOfLogsUrl: data.LOG_OF_LOGS_URL,
    demo: data.DEMO === '1',
    kafka: kafkaOf(service, data),
  };
}

function servedBy(text: string, faults: string[]): ServedTenants | undefined {
  try {
    return servedTenants(text);
  } catch (error) {
    faults.push(`TENANTS: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

type Settings = z.infer<z.ZodObject<typeof STANDALONE_SETTINGS>>;

function kafkaOf(service: string, data: Settings): KafkaAddress | undefined {
  if (data.KAFKA_BROKERS === undefined) return undefined;
  const password = secretIn(data.KAFKA_PASSWORD_FILE);
  const ca = secretIn(data.KAFKA_CA_FILE);
  return {
    brokers: data.KAFKA_BROKERS.split(','),
    clientId: `lk-${service}`,
    ...(data.KAFKA_USERNAME !== undefined && password !== undefined
      ? { sasl: { username: data.KAFKA_USERNAME, password } }
      : {}),
    ...(ca === undefined ? {} : { ca }),
  };
}

function passwords(secretFile: string | undefined, file: string | undefined): (role: string) => string {
  if (file !== undefined) {
    const known = JSON.parse(secretIn(file) ?? '{}') as Readonly<Record<string, string>>;
    return (role) => {
      const password = known[role];
      if (password === undefined) throw new Error(`no password for the role ${role}`);
      return password;
    };
  }
  const secret = Buffer.from(secretIn(secretFile) ?? '', 'base64');
  return (role) => rolePassword(secret, role);
}

/** Password of a login role: derived from one secret, so that no list of passwords is kept anywhere. */
export function rolePassword(secret: Buffer, role: string): string {
  return createHmac('sha256', secret).update(role).digest('hex').slice(0, 40);
}
