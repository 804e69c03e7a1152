import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ROOT } from '../files.mjs';
import { SECRETS } from '../secrets.mjs';
import { addressesIn, faultsOfProcess, filledIn, type Env } from './processes.js';

interface Container {
  readonly image: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Env;
  readonly secrets?: readonly string[];
  readonly networks: readonly string[] | Readonly<Record<string, { readonly aliases?: readonly string[] }>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}
interface Compose {
  readonly services: Readonly<Record<string, Container>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const read = (path: string): string => readFileSync(ROOT + path, 'utf8');
const load = (text: string): Compose => filledIn(parse(text, { merge: true })) as Compose;
const TEXT = read('docker-compose.yml');
const compose = load(TEXT);
/** Images without a shell: nothing inside can ask them. */
const UNASKED = ['otel-collector', 'tempo'];
const isOurs = ({ build }: Container): boolean => build?.dockerfile === 'infra/docker/Dockerfile';
const networksOf = ({ networks }: Container): string[] =>
  Array.isArray(networks) ? [...networks] : Object.keys(networks);

/** The ports at which the containers that are not ours answer: from the same file where it says so. */
function portsOf(name: string, { environment = {} }: Container): number[] {
  if (environment['PORT']) return [Number(environment['PORT'])];
  if (environment['KC_HTTP_PORT']) return [Number(environment['KC_HTTP_PORT'])];
  if (environment['KAFKA_PORT']) return [Number(environment['KAFKA_PORT'])];
  if (name.startsWith('kurrentdb-')) return [2113];
  const config: Readonly<Record<string, string>> = {
    'otel-collector': 'infra/otel/collector.yaml',
    tempo: 'infra/otel/tempo.yaml',
  };
  const stated = config[name];
  if (stated)
    return [...read(stated).matchAll(/(?:endpoint: 0\.0\.0\.0:|_port: )(\d+)/g)].map(([, port]) =>
      Number(port),
    );
  return { postgres: [5432], prometheus: [9090], grafana: [3000] }[name] ?? [];
}

function containerOf({ services }: Compose, host: string): string | undefined {
  if (services[host]) return host;
  return Object.entries(services).find(([, { networks }]) =>
    Array.isArray(networks) ? false : Object.values(networks).some((one) => one.aliases?.includes(host)),
  )?.[0];
}

function addressFaults(file: Compose): string[] {
  return Object.entries(file.services).flatMap(([name, container]) =>
    addressesIn(container.environment ?? {}).flatMap(({ variable, host, port }) => {
      const target = containerOf(file, host);
      const found = target === undefined ? undefined : file.services[target];
      if (!target || !found) return [`${name}: ${variable}: there is no ${host}`];
      const ways = networksOf(container).filter((network) => networksOf(found).includes(network));
      return [
        ...(portsOf(target, found).includes(port) ? [] : [`${name}: ${variable}: ${host} is not at ${port}`]),
        ...(ways.length > 0 ? [] : [`${name}: ${variable}: no network leads to ${host}`]),
      ];
    }),
  );
}

function processFaults(file: Compose): string[] {
  return Object.entries(file.services)
    .filter(([, container]) => isOurs(container))
    .flatMap(([name, { command = [], environment = {}, secrets = [] }]) =>
      faultsOfProcess({
        name,
        command,
        env: environment,
        secretFiles: secrets.map((secret) => `/run/secrets/${secret}`),
      }),
    );
}

function hardeningFaults(file: Compose): string[] {
  return Object.entries(file.services).flatMap(([name, one]) => {
    const root = one.user === undefined || ['0', 'root'].includes(one.user);
    const version = one.build
      ? true
      : /:v?\d+\.\d+(\.\d+)?(-[\w.]+)?(@sha256:[0-9a-f]{64})?$/.test(one.image);
    const rules: [boolean, string][] = [
      [!root, 'runs as root'],
      [one.read_only === true, 'can write its own files'],
      [one.cap_drop?.includes('ALL') ?? false, 'keeps capabilities'],
      [one.security_opt?.includes('no-new-privileges:true') ?? false, 'may gain privileges'],
      [version, `has no exact version: ${one.image}`],
      [one.healthcheck !== undefined || UNASKED.includes(name), 'is never asked how it is'],
    ];
    return rules.filter(([well]) => !well).map(([, fault]) => `${name} ${fault}`);
  });
}

function referenceFaults(file: Compose): string[] {
  return Object.entries(file.services).flatMap(([name, one]) => [
    ...(one.secrets ?? [])
      .filter((secret) => !file.secrets[secret])
      .map((secret) => `${name}: no secret ${secret}`),
    ...networksOf(one)
      .filter((network) => !(network in file.networks))
      .map((network) => `${name}: no network ${network}`),
    ...(one.volumes ?? []).flatMap((volume) => {
      const source = volume.split(':')[0] ?? '';
      const there = source.startsWith('./') ? existsSync(ROOT + source) : source in file.volumes;
      return there ? [] : [`${name}: there is no ${source}`];
    }),
    ...Object.entries(one.depends_on ?? {}).flatMap(([other, { condition }]) => {
      const target = file.services[other];
      const asked = condition !== 'service_healthy' || target?.healthcheck !== undefined;
      return target && asked ? [] : [`${name}: waits for ${other}, which never says that it is there`];
    }),
    ...(one.ports ?? [])
      .filter((port) => !port.startsWith('127.0.0.1:'))
      .map((port) => `${name}: ${port} is open to all`),
  ]);
}

describe('docker-compose.yml', () => {
  const validate = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false }).compile(
    schemaOf('tools/deploy/compose.schema.json'),
  );

  it('follows the schema of the Compose Specification', () => {
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
    validate({ services: { one: { imagee: 'x' } } });
    expect(validate.errors).toHaveLength(1);
  });

  it('tells each of our processes what the code takes', () => {
    expect(Object.values(compose.services).filter(isOurs)).toHaveLength(8);
    expect(processFaults(compose)).toEqual([]);
  });

  it('names only hosts, ports and ways that there are', () => {
    expect(addressFaults(compose)).toEqual([]);
  });

  it('gives nobody more than needed', () => {
    expect(hardeningFaults(compose)).toEqual([]);
  });

  it('names only secrets, networks, volumes and files that there are', () => {
    expect(referenceFaults(compose)).toEqual([]);
    expect(Object.keys(compose.secrets)).toEqual(Object.keys(SECRETS));
  });

  it('asks each of our processes at its port, and keeps below the connections of PostgreSQL', () => {
    for (const { healthcheck, environment = {} } of Object.values(compose.services).filter(isOurs))
      expect(healthcheck?.test.join(' ')).toContain(`127.0.0.1:${environment['PORT']}/health/live`);
    const wanted = Object.values(compose.services).map(({ environment = {} }) =>
      Number(environment['MAX_CONNECTIONS'] ?? 0),
    );
    const most = Number(/max_connections=(\d+)/.exec(TEXT)?.[1]);
    expect(wanted.reduce((sum, one) => sum + one, 0) + 60).toBeLessThan(most);
  });

  it.each([
    ['POSTGRES_SECRET_FILE: /run/secrets/postgres-roles', 'POSTGRES_SECRET: x', /reads POSTGRES_SECRET\n/],
    ["MAX_CONNECTIONS: '24'", "MAX_CONNECTIONS: '0'", /MAX_CONNECTIONS: /],
    ['apps/relay/dist/main.js', 'apps/relais/dist/main.js', /starts none of our services/],
    [
      'PORTAL_DIST: /opt/lien-ket/apps/portal/dist',
      'PORTAL_DIST: /opt/lien-ket/portal/dist',
      /not in the image/,
    ],
    ['secrets: [postgres-roles, kafka-relay]', 'secrets: [postgres-roles]', /kafka-relay is no secret/],
    ['AUDIT_URL: http://audit:8080', 'AUDIT_URL: http://audit:8081', /audit is not at 8081/],
    ['KAFKA_BROKERS: kafka:9092', 'KAFKA_BROKERS: kafkas:9092', /there is no kafkas/],
    ['networks: [services, stores, watch]', 'networks: [services, watch]', /no network leads to kafka/],
    ['image: postgres:18.4', 'image: postgres:latest', /no exact version/],
    [
      'depends_on:\n      prometheus: { condition: service_healthy }',
      'depends_on:\n      prometheus: { condition: service_healthy }\n      tempo2: { condition: service_started }',
      /waits for tempo2/,
    ],
  ])('would be caught: %s → %s', (from, to, fault) => {
    expect(TEXT).toContain(from);
    const changed = load(TEXT.replace(from, to));
    const faults = [processFaults, addressFaults, hardeningFaults, referenceFaults].flatMap((check) =>
      check(changed),
    );
    expect(faults.join('\n')).toMatch(fault);
  });
});

/** Ajv 6 knows draft 7 by its old address only. */
function schemaOf(path: string): object {
  const { $schema: _draft, ...schema } = JSON.parse(read(path)) as { readonly $schema?: string };
  return schema;
}

describe('the images', () => {
  it.each(['infra/docker/Dockerfile', 'infra/keycloak/Dockerfile'])(
    '%s copies what there is and runs without root',
    (path) => {
      const text = read(path);
      const copied = [...text.matchAll(/^COPY (?!--from)(.*) \S+$/gm)].flatMap(([, sources = '']) =>
        sources.split(' '),
      );
      expect(copied.filter((source) => source !== '.' && !existsSync(ROOT + source))).toEqual([]);
      expect(text).not.toContain(':latest');
    },
  );

  it('keep secrets and data of this machine out of the image', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['infra/compose/secrets', '.data', '.data-cluster', '.git']),
    );
  });
});

describe('infra/compose/small.yml', () => {
  const small = load(read('infra/compose/small.yml'));
  it('tells the platform what the code takes', () => {
    const [platform] = Object.values(small.services);
    const { command = [], environment = {} } = platform ?? {};
    expect(faultsOfProcess({ name: 'platform', command, env: environment, secretFiles: [] })).toEqual([]);
  });
});
