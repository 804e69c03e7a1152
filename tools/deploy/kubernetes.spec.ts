import Ajv from 'ajv';
import { existsSync, readFileSync } from 'node:fs';
import { METRICS, type Metric } from '@lien-ket/telemetry';
import { ROOT, projectFiles } from '../files.mjs';
import { prometheusNames } from '../lint/prometheus.js';
import { SECRETS } from '../secrets.mjs';
import {
  JOBS,
  listedFiles,
  manifests,
  textOf,
  type Container,
  type Labels,
  type Manifest,
} from './manifests.js';
import { addressesIn, faultsOfProcess, type Env } from './processes.js';

interface Schema {
  readonly definitions: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>> }>
  >;
}
const schema = JSON.parse(readFileSync(`${ROOT}tools/deploy/kubernetes.schema.json`, 'utf8')) as Schema;
const ajv = new Ajv({ unknownFormats: 'ignore', logger: false });
ajv.addSchema(schema, 'kubernetes');
/** Given by hand: only who has it knows it. */
const GIVEN = ['smtp-url'];
const all = manifests();

function schemaFaults(one: Manifest): string[] {
  const definition = Object.entries(schema.definitions).find(
    ([name, { properties }]) =>
      name.includes('.api.') &&
      properties?.['kind']?.enum?.includes(one.kind) &&
      properties['apiVersion']?.enum?.includes(one.apiVersion),
  );
  if (!definition) return [`${one.apiVersion} ${one.kind}: no such kind`];
  const valid = ajv.validate({ $ref: `kubernetes#/definitions/${definition[0]}` }, one);
  return valid ? [] : [`${one.kind} ${one.metadata.name}: ${ajv.errorsText()}`];
}

const ofKind = (list: readonly Manifest[], ...kinds: string[]): Manifest[] =>
  list.filter(({ kind }) => kinds.includes(kind));
const nameOf = ({ metadata }: Manifest): string => metadata.name ?? metadata.generateName ?? '';
const podsOf = (list: readonly Manifest[]): Manifest[] => ofKind(list, 'Deployment', 'Job');

function envOf(list: readonly Manifest[], { env = [], envFrom = [] }: Container): Env {
  const maps = envFrom.map(({ configMapRef: { name } }) => {
    const found = ofKind(list, 'ConfigMap').find(({ metadata }) => metadata.name === name);
    return found?.data ?? { [`no ConfigMap ${name}`]: '' };
  });
  return Object.assign({}, ...maps, ...env.map(({ name, value }) => ({ [name]: value }))) as Env;
}

function processFaults(list: readonly Manifest[]): string[] {
  return podsOf(list).flatMap((one) => {
    const { containers, volumes } = one.spec.template.spec;
    const secretFiles = volumes.flatMap(({ secret }) =>
      (secret?.items ?? []).map(({ path }) => `/run/secrets/${path}`),
    );
    return containers
      .filter(({ command }) => command[1] !== 'tools/tenant.mjs')
      .flatMap((container) =>
        faultsOfProcess({
          name: nameOf(one),
          command: container.command,
          env: envOf(list, container),
          secretFiles,
        }),
      );
  });
}

/** Addresses in the namespace are those of its Services; others must be let out by a policy. */
function addressFaults(list: readonly Manifest[]): string[] {
  const services = ofKind(list, 'Service').map((one) => `${nameOf(one)}:8080`);
  const outside = ofKind(list, 'NetworkPolicy').flatMap((one) => JSON.stringify(one.spec));
  return podsOf(list).flatMap((one) =>
    one.spec.template.spec.containers.flatMap((container) =>
      addressesIn(envOf(list, container)).flatMap(({ variable, host, port }) => {
        const [name = '', namespace] = host.split('.');
        if (namespace === undefined)
          return services.includes(`${name}:${port}`)
            ? []
            : [`${nameOf(one)}: ${variable}: no service ${host}:${port}`];
        const letOut = outside.some(
          (policy) => policy.includes(`"${namespace}"`) && policy.includes(`"port":${port}`),
        );
        return letOut ? [] : [`${nameOf(one)}: ${variable}: no policy lets ${host}:${port} be reached`];
      }),
    ),
  );
}

const matches = (labels: Labels, selector: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** Every selector of ours finds a pod; every target of a scaling is a deployment. */
function selectorFaults(list: readonly Manifest[]): string[] {
  const pods = podsOf(list).map(({ spec }) => spec.template.metadata.labels);
  const selecting = list.flatMap((one): [Manifest, Labels][] => {
    const { selector, podSelector } = one.spec ?? {};
    const labels = (selector ?? podSelector ?? {}) as { readonly matchLabels?: Labels };
    return [[one, one.kind === 'Service' ? (labels as Labels) : (labels.matchLabels ?? {})]];
  });
  const lost = selecting.filter(([, selector]) => !pods.some((labels) => matches(labels, selector)));
  const names = ofKind(list, 'Deployment').map(nameOf);
  const astray = ofKind(list, 'HorizontalPodAutoscaler').filter(
    ({ spec }) => !names.includes((spec['scaleTargetRef'] as { readonly name: string }).name),
  );
  return [...lost.map(([one]) => one), ...astray].map((one) => `${one.kind} ${nameOf(one)} finds nothing`);
}

function metricFaults(list: readonly Manifest[]): string[] {
  const table: readonly (readonly [string, Metric])[] = Object.entries(METRICS);
  const emitted = table.flatMap(([name, row]) => prometheusNames(name, row));
  return ofKind(list, 'HorizontalPodAutoscaler').flatMap((one) =>
    [...JSON.stringify(one.spec).matchAll(/"metric":\{"name":"([^"]+)"/g)]
      .filter(([, name = '']) => !emitted.includes(name))
      .map(([, name]) => `${nameOf(one)}: no metric ${name}`),
  );
}

function hardeningFaults(list: readonly Manifest[]): string[] {
  const claims = ofKind(list, 'PersistentVolumeClaim').map(nameOf);
  return podsOf(list).flatMap((one) => {
    const { containers, volumes, securityContext } = one.spec.template.spec;
    const [container] = containers;
    const own = JSON.stringify(container?.securityContext ?? {});
    const keys = volumes.flatMap(({ secret }) => (secret?.items ?? []).map(({ key }) => key));
    const mounted = containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name));
    const rules: [boolean, string][] = [
      [securityContext?.runAsNonRoot === true, 'may run as root'],
      [own.includes('"readOnlyRootFilesystem":true'), 'can write its own files'],
      [
        own.includes('"drop":["ALL"]') && own.includes('"allowPrivilegeEscalation":false'),
        'has too many rights',
      ],
      [
        keys.every((key) => key in SECRETS || GIVEN.includes(key)),
        `has a secret nobody makes: ${keys.join()}`,
      ],
      [mounted.every((name) => volumes.some((volume) => volume.name === name)), 'mounts what is no volume'],
      [
        volumes.every(({ persistentVolumeClaim: claim }) => !claim || claims.includes(claim.claimName)),
        'claims what nobody gives',
      ],
    ];
    return rules.filter(([well]) => !well).map(([, fault]) => `${nameOf(one)} ${fault}`);
  });
}

const CHECKS = [processFaults, addressFaults, selectorFaults, metricFaults, hardeningFaults];

describe('infra/kubernetes', () => {
  it('lists every file that it has', () => {
    const files = projectFiles('infra/kubernetes').map((path) => path.slice('infra/kubernetes/'.length));
    expect(files).toEqual([...listedFiles(), ...JOBS, 'every-process.yaml', 'kustomization.yaml'].sort());
  });

  it('follows the schemas of Kubernetes', () => {
    expect(all.length).toBeGreaterThan(40);
    expect(all.flatMap(schemaFaults)).toEqual([]);
    const [first] = all;
    expect(schemaFaults({ ...first, spec: { imagee: 'x' } } as unknown as Manifest)).toHaveLength(1);
  });

  it.each(CHECKS.map((check) => [check.name, check] as const))('has no fault: %s', (_, check) => {
    expect(check(all)).toEqual([]);
  });

  it('asks each process at the port it listens on', () => {
    for (const one of ofKind(all, 'Deployment')) {
      const [container] = one.spec.template.spec.containers;
      expect(container?.ports).toEqual([{ name: 'http', containerPort: 8080 }]);
      expect(container && envOf(all, container)['PORT']).toBe('8080');
    }
  });

  it('adds a tenant with a command that the image has', () => {
    const dockerfile = readFileSync(`${ROOT}infra/docker/Dockerfile`, 'utf8');
    const job = ofKind(all, 'Job').find(({ metadata }) => metadata.generateName === 'tenant-');
    const [, script = ''] = job?.spec.template.spec.containers[0]?.command ?? [];
    expect(existsSync(ROOT + script)).toBe(true);
    const text = readFileSync(ROOT + script, 'utf8');
    for (const [, needed] of [['', script], ...text.matchAll(/from '\.\/([\w.-]+)'/g)])
      expect(dockerfile).toContain(`/src/tools/${needed?.replace('tools/', '')}`);
    const running = readFileSync(`${ROOT}tools/running.mjs`, 'utf8');
    for (const { name } of job?.spec.template.spec.containers[0]?.env ?? []) expect(running).toContain(name);
  });

  it.each([
    ['settings.yaml', 'MAX_CONNECTIONS:', 'MAX_CONNEXIONS:', /reads MAX_CONNEXIONS/],
    ['settings.yaml', 'postgres.stores', 'postgres.shop', /no policy lets postgres.shop/],
    ['gateway.yaml', 'http://audit:8080', 'http://audit:80', /no service audit:80/],
    ['services.yaml', 'apps/relay/dist/main.js', 'apps/relais/dist/main.js', /starts none of our services/],
    [
      'services.yaml',
      '{ key: kafka-relay, path: kafka-relay }',
      '{ key: x, path: y }',
      /kafka-relay is no secret/,
    ],
    ['scaling.yaml', 'lk_consumer_lag', 'lk_lag', /no metric lk_lag/],
    ['scaling.yaml', 'name: agreement\n  minReplicas', 'name: agreements\n  minReplicas', /finds nothing/],
    [
      'policies.yaml',
      'matchLabels: { app.kubernetes.io/name: tenant }\n  policyTypes',
      'matchLabels: { app.kubernetes.io/name: t }\n  policyTypes',
      /NetworkPolicy tenant-job-out finds nothing/,
    ],
    ['every-process.yaml', 'runAsNonRoot: true', 'runAsNonRoot: false', /may run as root/],
    ['volumes.yaml', 'name: files', 'name: file', /claims what nobody gives/],
  ])('would be caught in %s: %s → %s', (file, from, to, fault) => {
    expect(textOf(file)).toContain(from);
    const changed = manifests((path) => (path === file ? textOf(path).replace(from, to) : textOf(path)));
    expect(CHECKS.flatMap((check) => check(changed)).join('\n')).toMatch(fault);
  });
});
