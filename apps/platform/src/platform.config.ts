import { resolve } from 'node:path';
import { z } from 'zod';
import type { ConnectionOf } from '@lien-ket/event-store';
import { isIsoDate } from '@lien-ket/kernel';
import { eventStoresOf } from '@lien-ket/runtime';
import { withSecretFiles } from '@lien-ket/service';
import { DISTRIBUTED_SETTINGS, distributedOf, type Distributed } from './distributed.config.js';

/** Where the project's root lies, seen from `apps/platform/dist`. */
const ROOT = resolve(import.meta.dirname, '../../..');
const FLAGS = ['--fresh', '--no-demo', '--load-only', '--migrate-only', '--ledger-lost'];

/** A whole number, or a sentence that says which. */
const whole = (least: number, most: number): z.ZodCoercedNumber => {
  const error = `phải là số nguyên từ ${least} đến ${most}`;
  return z.coerce.number(error).int(error).min(least, error).max(most, error);
};
const address = (): z.ZodURL => z.url('phải là một địa chỉ, ví dụ https://lienket.example.vn');

const environment = z.object({
  PORT: whole(1, 65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'không được để trống').default(resolve(ROOT, '.data')),
  /** Folder of the ledger of erasures, on another disk if possible; absent: `DATA_DIR/keys/erased`. */
  ERASURE_LEDGER: z.string().min(1).optional(),
  PUBLIC_URL: address().optional(),
  /** dd/mm/yyyy, as people write it. */
  DEMO_DAY: z.string().optional(),
  OIDC_ISSUER: address().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  /** Or a file with it: `OIDC_CLIENT_SECRET_FILE`. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Default: where Keycloak has them. */
  OIDC_JWKS_URL: address().optional(),
  MAX_CONNECTIONS: whole(12, 1000).default(200),
  ...DISTRIBUTED_SETTINGS,
});

/** Wrong settings: a sentence for the person who starts the platform. */
export class ConfigFault extends Error {}

export interface PlatformConfig extends Distributed {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly erasureLedger: string | undefined;
  /** Said by a person: the ledger that was is lost, and a new one begins with what the logs say. */
  readonly isLedgerLost: boolean;
  readonly publicUrl: string;
  readonly portal: string;
  readonly fresh: boolean;
  readonly demo: boolean;
  /** Loads the demonstration, lets everything follow, and ends: the services' own processes go on from there. */
  readonly loadOnly: boolean;
  /** Makes databases, roles, topics and rights of all tenants, brings them up to date, and ends: before a new version starts. */
  readonly migrateOnly: boolean;
  readonly demoDay: string;
  readonly outside:
    | {
        readonly issuer: string;
        readonly clientId: string;
        readonly clientSecret: string;
        readonly jwksUrl: string;
      }
    | undefined;
  readonly maxConnections: number;
  /** Where the KurrentDB of a tenant is, for those that are on one; all others are on PostgreSQL. */
  readonly connectionOf: ConnectionOf;
}

const FIRST_DEMO_DAY = '2025-03-11';

/** @throws ConfigFault with every fault named */
export function platformConfig(
  args: readonly string[] = process.argv.slice(2),
  env: NodeJS.ProcessEnv = process.env,
): PlatformConfig {
  const unknown = args.filter((arg) => !FLAGS.includes(arg));
  if (unknown.length > 0)
    throw new ConfigFault(`Không hiểu tùy chọn: ${unknown.join(' ')}. Có: ${FLAGS.join(' ')}`);
  const data = parsed(env);
  const { PORT, HOST, DATA_DIR, PUBLIC_URL, MAX_CONNECTIONS } = data;
  return {
    port: PORT,
    host: HOST,
    dataDir: resolve(DATA_DIR),
    erasureLedger: data.ERASURE_LEDGER === undefined ? undefined : resolve(data.ERASURE_LEDGER),
    isLedgerLost: args.includes('--ledger-lost'),
    publicUrl: PUBLIC_URL ?? `http://127.0.0.1:${PORT}`,
    portal: resolve(ROOT, 'apps/portal/dist'),
    fresh: args.includes('--fresh'),
    demo: !args.includes('--no-demo'),
    loadOnly: args.includes('--load-only'),
    migrateOnly: args.includes('--migrate-only'),
    ...distributedConfig(data),
    demoDay: demoDay(data.DEMO_DAY),
    maxConnections: MAX_CONNECTIONS,
    connectionOf: storesOf(env),
    outside: outsideOf(data),
  };
}

type Settings = z.infer<typeof environment>;

/** @throws ConfigFault */
function parsed(given: NodeJS.ProcessEnv): Settings {
  const { env, faults: ofFiles } = withSecretFiles(given, ['OIDC_CLIENT_SECRET']);
  const { success, data, error } = environment.safeParse(env);
  const faults = [
    ...ofFiles,
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
  ];
  if (!success || faults.length > 0)
    throw new ConfigFault(`Cấu hình sai:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return data;
}

function outsideOf(data: Settings): PlatformConfig['outside'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET = '', OIDC_JWKS_URL } = data;
  if (!issuer) return undefined;
  const jwksUrl = OIDC_JWKS_URL ?? `${issuer.replace(/\/$/, '')}/protocol/openid-connect/certs`;
  return { issuer, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET, jwksUrl };
}

function storesOf(env: NodeJS.ProcessEnv): ConnectionOf {
  try {
    return eventStoresOf(env);
  } catch (error) {
    throw new ConfigFault(`Cấu hình sai:\n${error instanceof Error ? error.message : String(error)}`);
  }
}

function demoDay(given: string | undefined): string {
  if (given === undefined) return FIRST_DEMO_DAY;
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(given);
  const day = match ? `${match[3]}-${match[2]}-${match[1]}` : given;
  if (!isIsoDate(day))
    throw new ConfigFault(`DEMO_DAY phải là ngày dd/mm/yyyy, ví dụ 05/12/2023; đã nhận: ${given}`);
  return day;
}

function distributedConfig(data: Settings): Distributed {
  try {
    return distributedOf(data);
  } catch (error) {
    throw new ConfigFault(error instanceof Error ? error.message : String(error));
  }
}
