// What a deployment file says of our processes, held against the code: compose and Kubernetes share it.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVICES } from '../../apps/gateway/src/forward/forward.table.js';
import { readConfig } from '../../apps/gateway/src/gateway.config.js';
import { mailSettings } from '../../apps/notification/src/digest/mail.config.js';
import { platformConfig } from '../../apps/platform/src/platform.config.js';
import { standaloneConfig } from '../../libs/runtime/src/standalone.config.js';
import { telemetrySettings } from '../../libs/telemetry/src/telemetry.config.js';
import { ROOT } from '../files.mjs';

export type Env = Readonly<Record<string, string>>;

/** A container of ours, whatever file says so. */
export interface OurProcess {
  readonly name: string;
  readonly command: readonly string[];
  readonly env: Env;
  /** Files that are secrets, as paths in the container. */
  readonly secretFiles: readonly string[];
}

const RUNTIME = ['libs/runtime/src/standalone.config.ts', 'libs/runtime/src/stores.config.ts'];
const TELEMETRY = 'libs/telemetry/src/telemetry.config.ts';
const MAIL = 'apps/notification/src/digest/mail.config.ts';
const IMAGE_FOLDER = '/opt/lien-ket';

/** The files that read the environment of a service's process. */
function configsOf(service: string): string[] {
  if (service === 'gateway') return ['apps/gateway/src/gateway.config.ts', TELEMETRY];
  if (service === 'platform')
    return [
      'apps/platform/src/platform.config.ts',
      'apps/platform/src/distributed.config.ts',
      'libs/runtime/src/stores.config.ts',
      TELEMETRY,
    ];
  return [...RUNTIME, TELEMETRY, ...(service === 'notification' ? [MAIL] : [])];
}

function isRead(service: string, name: string): boolean {
  if (service === 'gateway' && SERVICES.some((one) => name === `${one.toUpperCase()}_URL`)) return true;
  const text = configsOf(service)
    .map((path) => readFileSync(ROOT + path, 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$/gm, ''))
    .join('\n');
  const has = (word: string): boolean => new RegExp(`(?<![\\w])${word}(?![\\w])`).test(text);
  if (name.startsWith('EVENT_STORE_')) return has('EVENT_STORE_');
  const fromFile = new RegExp(`withSecretFiles\\([^)]*'${name.replace(/_FILE$/, '')}'`).test(text);
  return has(name) || (name.endsWith('_FILE') && fromFile);
}

/** Sentences about one process; empty when the code would take it as it stands. */
export function faultsOfProcess(process: OurProcess): string[] {
  const { name, command, env } = process;
  const main = command.find((word) => word.endsWith('.js')) ?? '';
  const service = /^apps\/([a-z]+)\/dist\/main\.js$/.exec(main)?.[1];
  if (command[0] !== 'node' || !service || !existsSync(`${ROOT}apps/${service}/src/main.ts`))
    return [`${name}: ${command.join(' ')} starts none of our services`];
  const flags = command.slice(command.indexOf(main) + 1);
  if (service !== 'platform' && flags.length > 0)
    return [`${name}: ${service} has no option ${flags.join(' ')}`];
  return [
    ...Object.keys(env)
      .filter((variable) => !isRead(service, variable))
      .map((variable) => `${name}: no configuration of ${service} reads ${variable}`),
    ...pathFaults(process),
    ...configFaults(process, service, flags),
  ];
}

/** Files of secrets must be given to the container; files of the image must be in it. */
function pathFaults({ name, env, secretFiles }: OurProcess): string[] {
  return Object.entries(env).flatMap(([variable, value]) => {
    if (variable.endsWith('_FILE'))
      return secretFiles.includes(value) ? [] : [`${name}: ${variable}: ${value} is no secret it is given`];
    if (!value.startsWith(IMAGE_FOLDER)) return [];
    const source = value.slice(IMAGE_FOLDER.length + 1).replace(/\/dist$/, '');
    return existsSync(`${ROOT}${source}/package.json`) ? [] : [`${name}: ${value} is not in the image`];
  });
}

/** The code reads the whole environment as it would at its start, files of secrets included. */
function configFaults({ name, env }: OurProcess, service: string, flags: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'lk-deploy-'));
  const secret = join(folder, 'secret');
  writeFileSync(secret, Buffer.alloc(32, 1).toString('base64'));
  const given = Object.fromEntries(
    Object.entries(env).map(([key, value]) => [key, key.endsWith('_FILE') ? secret : value]),
  );
  try {
    telemetrySettings(given);
    if (service === 'gateway') readConfig(given);
    else if (service === 'platform') platformConfig(flags, given);
    else standaloneConfig(service, given);
    if (service === 'notification') mailSettings({ ...given, SMTP_URL_FILE: undefined });
    return [];
  } catch (error) {
    return [`${name}: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Address {
  readonly variable: string;
  readonly host: string;
  readonly port: number;
}

const HOST_PORT = /(?:^|\/\/(?:[^/@]*@)?|,)([a-z][\w.-]*):(\d+)/g;

/** Hosts and ports that an environment names; pairs of `POSTGRES_HOST` and `POSTGRES_PORT` too. */
export function addressesIn(env: Env): Address[] {
  const written = Object.entries(env).flatMap(([variable, value]) =>
    [...value.matchAll(HOST_PORT)].map(([, host = '', port]) => ({ variable, host, port: Number(port) })),
  );
  const { POSTGRES_HOST: host, POSTGRES_PORT: port } = env;
  return host ? [...written, { variable: 'POSTGRES_HOST', host, port: Number(port ?? 5432) }] : written;
}

/** `${NAME}` and `${NAME:-default}` as Compose fills them in where nothing is set. */
export function filledIn(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(
      /\$\{[A-Z_][A-Z0-9_]*(?::-([^}]*))?\}/g,
      (_, otherwise: string = '') => otherwise,
    );
  if (Array.isArray(value)) return value.map(filledIn);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filledIn(one)]));
}
