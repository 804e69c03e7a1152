import { readFileSync } from 'node:fs';
import { isTenantId, type TenantId } from '@lien-ket/kernel';
import { ConfigurationFaults, withSecretFiles, type Environment } from '@lien-ket/service';
import { z } from 'zod';
import { SERVICES, type ServiceName } from './forward/forward.table.js';
import type { ServiceUrls, Ways } from './forward/forwarder.js';
import type { OutsideProvider } from './gateway.module.js';

export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly portal: string | undefined;
  readonly jwksUrl: string | undefined;
  readonly provider: OutsideProvider;
  readonly ways: Ways;
}

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, ''));
const variableOf = (service: ServiceName): string => `${service.toUpperCase()}_URL`;

const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: httpUrl,
  PORTAL_DIST: z.string().optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }),
  OIDC_JWKS_URL: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().min(1),
  /** Or a file with it: `OIDC_CLIENT_SECRET_FILE`. */
  OIDC_CLIENT_SECRET: z.string().min(1),
  /** JSON: tenant to { service: address }, for tenants that have processes of their own; what it does not name is common. */
  TENANT_URLS_FILE: z.string().min(1).optional(),
});
const serviceUrls = z.object(
  Object.fromEntries(SERVICES.map((service) => [variableOf(service), httpUrl.optional()])),
);

const tenantUrls = z.record(
  z.string().refine(isTenantId, 'no tenant id'),
  z.partialRecord(z.enum(SERVICES), httpUrl),
);

/** @throws ConfigurationFaults naming every variable that is missing or wrong */
export function readConfig(given: Environment = process.env): GatewayConfig {
  const { env, faults: ofFiles } = withSecretFiles(given, ['OIDC_CLIENT_SECRET']);
  const [own, urls] = [environment.safeParse(env), serviceUrls.safeParse(env)];
  const issues = [...(own.error?.issues ?? []), ...(urls.error?.issues ?? [])];
  const faults = [...ofFiles, ...issues.map(({ path, message }) => `${path.join('.')}: ${message}`)];
  const services = Object.fromEntries(
    SERVICES.map((service) => [service, urls.data?.[variableOf(service)]] as const).filter(
      ([, url]) => url !== undefined,
    ),
  ) as ServiceUrls;
  if (urls.success && Object.keys(services).length === 0)
    faults.push(`${SERVICES.map(variableOf).join(', ')}: none is set, so nothing could be forwarded`);
  const apart = tenantWays(own.data?.TENANT_URLS_FILE, faults);
  if (!own.success || faults.length > 0) throw new ConfigurationFaults(faults);
  const { data } = own;
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: data.PUBLIC_URL,
    portal: data.PORTAL_DIST,
    jwksUrl: data.OIDC_JWKS_URL,
    provider: {
      issuer: data.OIDC_ISSUER,
      clientId: data.OIDC_CLIENT_ID,
      clientSecret: data.OIDC_CLIENT_SECRET,
    },
    ways: { services, apart },
  };
}

function tenantWays(file: string | undefined, faults: string[]): ReadonlyMap<TenantId, ServiceUrls> {
  if (file === undefined) return new Map();
  const parsed = tenantUrls.safeParse(jsonIn(file));
  for (const { path, message } of parsed.error?.issues ?? [])
    faults.push(`TENANT_URLS_FILE: ${[...path, message].join(': ')}`);
  return new Map(Object.entries(parsed.data ?? {}));
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
