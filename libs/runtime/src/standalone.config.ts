import { readFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { ConnectionOf } from '@lien-ket/event-store';
import type { ClusterAddress } from '@lien-ket/read-model';
import { eventStoresOf } from './stores.config.js';

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535),
  HOST: z.string().default('127.0.0.1'),
  /** Tenants this process serves, by comma. */
  TENANTS: z.string().min(1),
  POSTGRES_HOST: z.string().default('127.0.0.1'),
  POSTGRES_PORT: z.coerce.number().int().min(1).max(65535),
  /** File with the secret from which the passwords of the login roles are derived; read, never logged. */
  POSTGRES_SECRET_FILE: z.string().min(1),
  MAX_CONNECTIONS: z.coerce.number().int().min(4).max(500).default(30),
  OIDC_ISSUER: z.url(),
  OIDC_JWKS_URL: z.url(),
  DATA_DIR: z.string().min(1).default('.data'),
});

export interface StandaloneConfig {
  readonly port: number;
  readonly host: string;
  readonly tenants: readonly string[];
  readonly cluster: ClusterAddress;
  /** Where the KurrentDB of a tenant is, for those that are on one. */
  readonly connectionOf: ConnectionOf;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly dataDir: string;
}

/** Configuration of a service that runs alone. @throws Error with one line per fault */
export function standaloneConfig(env: NodeJS.ProcessEnv = process.env): StandaloneConfig {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    throw new Error(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
    );
  }
  const {
    PORT,
    HOST,
    TENANTS,
    POSTGRES_HOST,
    POSTGRES_PORT,
    POSTGRES_SECRET_FILE,
    MAX_CONNECTIONS,
    OIDC_ISSUER,
    OIDC_JWKS_URL,
    DATA_DIR,
  } = parsed.data;
  const secret = Buffer.from(readFileSync(POSTGRES_SECRET_FILE, 'utf8').trim(), 'base64');
  return {
    port: PORT,
    host: HOST,
    tenants: TENANTS.split(',').map((tenant) => tenant.trim()),
    cluster: {
      host: POSTGRES_HOST,
      port: POSTGRES_PORT,
      maxConnections: MAX_CONNECTIONS,
      passwordOf: (role) => rolePassword(secret, role),
    },
    connectionOf: eventStoresOf(env),
    issuer: OIDC_ISSUER,
    jwksUrl: OIDC_JWKS_URL,
    dataDir: DATA_DIR,
  };
}

/** Password of a login role: derived from one secret, so that no list of passwords is kept anywhere. */
export function rolePassword(secret: Buffer, role: string): string {
  return createHmac('sha256', secret).update(role).digest('hex').slice(0, 40);
}
