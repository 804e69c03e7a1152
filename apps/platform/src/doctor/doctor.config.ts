import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { KafkaAddress } from '@lien-ket/messaging';
import { rolePassword } from '@lien-ket/runtime';
import { secretIn, withSecretFiles, type Environment } from '@lien-ket/service';

export interface NamedUrl {
  readonly name: string;
  readonly url: string;
}

/** Where everything of this installation is, as far as the environment and the data directory tell. */
export interface DoctorConfig {
  readonly dataDir: string;
  readonly processes: readonly NamedUrl[];
  readonly postgres: { readonly host: string; readonly port: number; readonly password: string } | undefined;
  readonly brokers: readonly KafkaAddress[];
  readonly smtpUrl: string | undefined;
  /** What the environment itself has wrong. */
  readonly faults: readonly string[];
}

const PROCESSES = [
  'gateway',
  'platform',
  'agreement',
  'activity',
  'reporting',
  'notification',
  'audit',
  'relay',
];
const LOCAL_USERS = ['lk-service', 'lk-relay'];

export function doctorConfig(given: Environment = process.env): DoctorConfig {
  const { env, faults } = withSecretFiles(given, ['SMTP_URL', 'KAFKA_PASSWORD']);
  const dataDir = resolve(env['DATA_DIR'] ?? resolve(import.meta.dirname, '../../../../.data'));
  return {
    dataDir,
    processes: processesOf(env, dataDir),
    postgres: postgresOf(env, dataDir),
    brokers: brokersOf(env, dataDir),
    smtpUrl: env['SMTP_URL'] || undefined,
    faults,
  };
}

/** By `<PROCESS>_URL`; else those that run here: the processes of `npm run cluster`, or the platform in one. */
function processesOf(env: Environment, dataDir: string): NamedUrl[] {
  const told = PROCESSES.flatMap((name) => {
    const url = env[`${name.toUpperCase()}_URL`];
    return url ? [{ name, url: url.replace(/\/$/, '') }] : [];
  });
  if (told.length > 0) return told;
  const ports = jsonIn<Record<string, number>>(join(dataDir, 'cluster-ports.json'));
  const cluster = jsonIn<{ gateway: string }>(join(dataDir, 'cluster.json'));
  if (ports && cluster)
    return [
      { name: 'gateway', url: cluster.gateway },
      ...Object.entries(ports).map(([name, port]) => ({ name, url: here(port) })),
    ];
  const platform = jsonIn<{ port: number }>(join(dataDir, 'platform.json'));
  return platform ? [{ name: 'platform', url: here(platform.port) }] : [];
}

/** As the superuser: a server elsewhere, or the platform's own while it runs. */
export function postgresOf(env: Environment, dataDir: string): DoctorConfig['postgres'] {
  const roles = secretIn(env['POSTGRES_SECRET_FILE'] ?? join(dataDir, 'keys', 'cluster.secret'));
  const derived = roles === undefined ? undefined : rolePassword(Buffer.from(roles, 'base64'), 'postgres');
  const password = secretIn(env['POSTGRES_SUPERUSER_PASSWORD_FILE']) ?? derived;
  if (password === undefined) return undefined;
  if (env['POSTGRES_HOST'])
    return { host: env['POSTGRES_HOST'], port: Number(env['POSTGRES_PORT'] ?? 5432), password };
  const port = secretIn(join(dataDir, 'pg', 'postmaster.pid'))?.split('\n')[3];
  return port ? { host: '127.0.0.1', port: Number(port), password } : undefined;
}

/** One address for each credential whose rights are tried out. */
function brokersOf(env: Environment, dataDir: string): KafkaAddress[] {
  const { KAFKA_BROKERS, KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = env;
  const ca = secretIn(env['KAFKA_CA_FILE']);
  const common = { clientId: 'lk-doctor', ...(ca === undefined ? {} : { ca }) };
  if (KAFKA_BROKERS)
    return [
      {
        ...common,
        brokers: KAFKA_BROKERS.split(','),
        ...(username && password ? { sasl: { username, password } } : {}),
      },
    ];
  const nodes = jsonIn<{ port: number }[]>(join(dataDir, 'kafka', 'nodes.json')) ?? [];
  if (nodes.length === 0) return [];
  return LOCAL_USERS.flatMap((user) => {
    const secret = secretIn(join(dataDir, 'keys', `${user}.secret`));
    const brokers = nodes.map(({ port }) => `127.0.0.1:${port}`);
    return secret === undefined ? [] : [{ ...common, brokers, sasl: { username: user, password: secret } }];
  });
}

const here = (port: number): string => `http://127.0.0.1:${port}`;

function jsonIn<T>(file: string): T | undefined {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined;
  } catch {
    return undefined;
  }
}
