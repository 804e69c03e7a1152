import { readFileSync } from 'node:fs';
import { projectFiles, ROOT } from '../files.mjs';
import { MAY_IMPORT } from './boundaries.mjs';
import { folderFaults } from './folders.mjs';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly nx?: { readonly tags?: readonly string[] };
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>>;
}

const files = projectFiles('');
const read = (path: string): string => readFileSync(ROOT + path, 'utf8');
const matching = (pattern: RegExp): string[] => files.filter((path) => pattern.test(path));

test('folders have a purpose and are at most two deep under src', () => {
  expect(folderFaults(files)).toEqual([]);
});

test('each workspace package has exactly one tag, its own, and a row in the table of boundaries', () => {
  const tags = matching(/^(apps|libs)\/[^/]+\/package\.json$/).map((path) => {
    const [kind, name] = path.split('/');
    const manifest = JSON.parse(read(path)) as Manifest;
    expect([path, manifest.name]).toEqual([path, `@lien-ket/${name}`]);
    expect([path, manifest.nx?.tags]).toEqual([path, [`${kind === 'apps' ? 'app' : 'lib'}:${name}`]]);
    return manifest.nx?.tags?.[0];
  });
  expect(tags.filter((tag) => tag === undefined || !(tag in MAY_IMPORT))).toEqual([]);
});

test('the table of boundaries has no circle', () => {
  const reach = (tag: string, seen: readonly string[]): void => {
    expect(seen).not.toContain(tag);
    for (const next of MAY_IMPORT[tag as keyof typeof MAY_IMPORT]) reach(next, [...seen, tag]);
  };
  Object.keys(MAY_IMPORT).forEach((tag) => reach(tag, []));
});

test('there is one lock file, and it names no address', () => {
  expect(matching(/(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml)$/)).toEqual([
    'package-lock.json',
  ]);
  const { packages } = JSON.parse(read('package-lock.json')) as Lock;
  const addressed = Object.entries(packages).filter(
    ([, { resolved, link }]) => resolved !== undefined && !link,
  );
  expect(addressed.map(([name]) => name)).toEqual([]);
});

test('no file names a folder of one machine or the host of a package registry', () => {
  const local = /(?<![\w.:/-])\/(work|root|home\/\w+|Users\/\w+)\/\w/;
  const registry = /\bregistry\.[a-z0-9-]+\.[a-z]|\bregistry\s*=\s*http/;
  const text = matching(
    /\.(m?[jt]sx?|json|md|ya?ml|xml|sh|sql|css|html|properties|conf)$|(^|\/)(run|\.npmrc|Dockerfile)$/,
  );
  const faulty = text.filter(
    (path) => path !== 'package-lock.json' && (local.test(read(path)) || registry.test(read(path))),
  );
  expect(faulty).toEqual([]);
});

test('every ADR is at most 15 lines and has a number of its own', () => {
  const records = matching(/^docs\/adr\/.*\.md$/);
  expect(records.filter((path) => read(path).trimEnd().split('\n').length > 15)).toEqual([]);
  const numbers = records.map((path) => path.slice('docs/adr/'.length).split('-')[0]);
  expect(numbers).toEqual([...new Set(numbers)]);
});
