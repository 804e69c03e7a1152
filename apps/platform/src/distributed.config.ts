import { servedTenants } from '@lien-ket/runtime';
import { secretIn } from '@lien-ket/service';
import { z } from 'zod';
import type { BrokerSettings } from './broker-rights.js';

/** The platform's process beside services that run alone; all of it absent: everything runs in this one process. */
export const DISTRIBUTED_SETTINGS = {
  POSTGRES_HOST: z.string().min(1).optional(),
  POSTGRES_PORT: z.coerce.number().int().min(1).max(65535).default(5432),
  POSTGRES_SUPERUSER_PASSWORD_FILE: z.string().min(1).optional(),
  /** File with the secret from which the passwords of all login roles are derived; absent: the one in `DATA_DIR/keys`. */
  POSTGRES_SECRET_FILE: z.string().min(1).optional(),
  KAFKA_BROKERS: z.string().min(1).optional(),
  KAFKA_USERNAME: z.string().min(1).optional(),
  KAFKA_PASSWORD_FILE: z.string().min(1).optional(),
  KAFKA_CA_FILE: z.string().min(1).optional(),
  KAFKA_PARTITIONS: z.coerce.number().int().min(1).max(64).default(1),
  KAFKA_REPLICAS: z.coerce.number().int().min(1).max(5).default(1),
  KAFKA_RETENTION_HOURS: z.coerce.number().int().min(1).max(8760).default(168),
  /** `relay:lk-relay=*,service:lk-activity=*`: who serves which tenants, `+` between several, `*-a+b` for all but these. */
  KAFKA_PRINCIPALS: z.string().default(''),
  /** The gateway that people use; sign-in returns there. */
  GATEWAY_URL: z.url().optional(),
  GATEWAY_SECRET_FILE: z.string().min(1).optional(),
} as const;

export interface OutsidePostgres {
  readonly host: string;
  readonly port: number;
  /** Absent: derived like those of all other roles. */
  readonly password: string | undefined;
  /** Absent: kept with the keys in the data directory. */
  readonly secret: Buffer | undefined;
}

export interface GatewayClient {
  readonly url: string;
  readonly secret: string;
}

export interface Distributed {
  readonly postgres: OutsidePostgres | undefined;
  readonly broker: BrokerSettings | undefined;
  readonly gateway: GatewayClient | undefined;
}

export type DistributedSettings = z.infer<z.ZodObject<typeof DISTRIBUTED_SETTINGS>>;

const PRINCIPAL = /^(relay|service):([\w-]+)=(.+)$/;

/** @throws Error naming the setting that is wrong */
export function distributedOf(data: DistributedSettings): Distributed {
  const { POSTGRES_HOST, POSTGRES_PORT, GATEWAY_URL, GATEWAY_SECRET_FILE } = data;
  const superuser = contentOf('POSTGRES_SUPERUSER_PASSWORD_FILE', data.POSTGRES_SUPERUSER_PASSWORD_FILE);
  const roles = contentOf('POSTGRES_SECRET_FILE', data.POSTGRES_SECRET_FILE);
  const secret = contentOf('GATEWAY_SECRET_FILE', GATEWAY_SECRET_FILE);
  return {
    postgres: POSTGRES_HOST
      ? {
          host: POSTGRES_HOST,
          port: POSTGRES_PORT,
          password: superuser,
          secret: roles === undefined ? undefined : Buffer.from(roles, 'base64'),
        }
      : undefined,
    broker: brokerOf(data),
    gateway: GATEWAY_URL && secret ? { url: GATEWAY_URL.replace(/\/$/, ''), secret } : undefined,
  };
}

function brokerOf(data: DistributedSettings): BrokerSettings | undefined {
  if (data.KAFKA_BROKERS === undefined) return undefined;
  const password = contentOf('KAFKA_PASSWORD_FILE', data.KAFKA_PASSWORD_FILE);
  const ca = contentOf('KAFKA_CA_FILE', data.KAFKA_CA_FILE);
  const username = data.KAFKA_USERNAME;
  return {
    address: {
      brokers: data.KAFKA_BROKERS.split(','),
      clientId: 'lk-platform',
      ...(username !== undefined && password !== undefined ? { sasl: { username, password } } : {}),
      ...(ca === undefined ? {} : { ca }),
    },
    topics: {
      partitions: data.KAFKA_PARTITIONS,
      replicas: data.KAFKA_REPLICAS,
      retentionMs: data.KAFKA_RETENTION_HOURS * 3_600_000,
    },
    principals: principalsOf(data.KAFKA_PRINCIPALS),
  };
}

function principalsOf(text: string): BrokerSettings['principals'] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .map((part) => {
      const [, kind, name, tenants] = PRINCIPAL.exec(part) ?? [];
      if (!name || !tenants) throw new Error(`KAFKA_PRINCIPALS: ${part} is no principal`);
      return {
        name,
        kind: kind === 'relay' ? 'relay' : 'service',
        served: servedTenants(tenants),
      } as const;
    });
}

/** Secrets are files: never in the list of processes, never in a log. */
function contentOf(name: string, file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const content = secretIn(file);
  if (content === undefined) throw new Error(`${name}: ${file} cannot be read`);
  return content;
}
