// The manifests of infra/kubernetes as `kubectl kustomize` makes them: read, and what all processes share merged in.
import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { ROOT } from '../files.mjs';

export interface Container {
  readonly command: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext?: Readonly<Record<string, unknown>>;
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}
export interface PodSpec {
  readonly containers: readonly Container[];
  readonly securityContext?: { readonly runAsNonRoot?: boolean };
  readonly volumes: readonly {
    readonly name: string;
    readonly secret?: { readonly items?: readonly { readonly key: string; readonly path: string }[] };
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}
export type Labels = Readonly<Record<string, string>>;
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly generateName?: string; readonly labels?: Labels };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec: Readonly<Record<string, unknown>> & {
    readonly template: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
  };
}

const FOLDER = 'infra/kubernetes/';
export const JOBS = ['jobs/tenant.yaml'];

/** Files of the folder that the kustomization lists. */
export function listedFiles(): string[] {
  return (parse(textOf('kustomization.yaml')) as { readonly resources: string[] }).resources;
}

export function textOf(path: string): string {
  return readFileSync(`${ROOT}${FOLDER}${path}`, 'utf8');
}

export function manifests(read: (path: string) => string = textOf): Manifest[] {
  const documents = (path: string): Manifest[] =>
    parseAllDocuments(read(path)).map((document) => document.toJS() as Manifest);
  const [every] = documents('every-process.yaml');
  return [...listedFiles(), ...JOBS].flatMap(documents).map((one) => {
    if (one.kind !== 'Deployment' || !every) return one;
    return { ...(merged(one, every) as Manifest), metadata: one.metadata };
  });
}

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keyOf = (value: unknown): unknown => (isTree(value) ? value['name'] : value);

/** Strategic merge, as far as it is used: objects by field, lists of named things by name, everything else replaced. */
function merged(to: unknown, patch: unknown): unknown {
  if (isTree(to) && isTree(patch)) {
    const keys = [...new Set([...Object.keys(to), ...Object.keys(patch)])];
    return Object.fromEntries(keys.map((key) => [key, key in patch ? merged(to[key], patch[key]) : to[key]]));
  }
  if (!Array.isArray(to) || !Array.isArray(patch)) return patch;
  const kept = to.map((one: unknown) => {
    const other: unknown = patch.find((each) => keyOf(each) === keyOf(one));
    return other === undefined ? one : merged(one, other);
  });
  return [...kept, ...patch.filter((each) => !to.some((one) => keyOf(one) === keyOf(each)))];
}
