// Which spec belongs to which suite, what a suite needs, and how it is run. A spec's name says its kind:
// *.spec.ts pure and fast; *.int.spec.ts real stores; *.e2e.spec.ts whole journeys; *.browser.spec.ts in Chromium;
// *.kafka.spec.ts against a real broker; *.oidc.spec.ts against a real Keycloak; *.acceptance.spec.ts against the original documents.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFiles, ROOT } from './files.mjs';
import { run } from './run.mjs';
import { tallyOf } from './tally.mjs';

const LIMIT = 30 * 60_000;
const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a Chromium, or undefined. */
export function chromium() {
  return [process.env.CHROMIUM_PATH, ...CHROMIUMS].find((path) => path && existsSync(path));
}

function javaAndMaven() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const version = Number(/version "(\d+)/.exec(`${java.stderr}${java.stdout}`)?.[1] ?? 0);
  return version >= 17 && spawnSync('mvn', ['-v']).status === 0;
}

/** What is wanted and how to get it; undefined where it is there. */
const withoutJava = (wanted) =>
  javaAndMaven() ? undefined : `${wanted}: apt-get install openjdk-17-jre-headless maven`;

/** A test that failed may leave a platform running: Jest does not wait for that one's output to end. */
const timed = (ms) => ['--forceExit', `--testTimeout=${ms}`];
const inOrder = (ms) => ['--runInBand', ...timed(ms)];
/** Each has a platform of its own; they wait for it more than they work. All of the pool are run by one Jest. */
const POOL = { pool: 'platforms', args: ['--maxWorkers=2', ...timed(180_000)] };

/** Promises in seconds, so nothing else runs beside them. */
const TIMED = ['apps/e2e/src/restart.e2e.spec.ts'];

export const SUITES = [
  { name: 'unit', kind: 'unit', folders: ['libs', 'apps'], args: [] },
  { name: 'canary', kind: 'unit', folders: ['tools'], args: [] },
  { name: 'integration', kind: 'int', args: ['--maxWorkers=2', '--testTimeout=60000'], built: true },
  {
    name: 'e2e',
    kind: 'e2e',
    except: TIMED,
    ...POOL,
    built: true,
  },
  {
    name: 'browser',
    kind: 'browser',
    ...POOL,
    built: true,
    missing: () =>
      chromium() ? undefined : 'Chromium: apt-get install chromium fonts-noto-core, or set CHROMIUM_PATH',
    env: () => ({ CHROMIUM_PATH: chromium() }),
  },
  {
    name: 'oidc',
    kind: 'oidc',
    ...POOL,
    missing: () => withoutJava('Java 17 and Maven, by which Keycloak comes'),
  },
  { name: 'restart', kind: 'e2e', only: TIMED, args: inOrder(180_000), built: true },
  {
    name: 'kafka',
    kind: 'kafka',
    args: inOrder(180_000),
    built: true,
    missing: () => withoutJava('Java 17 and Maven'),
  },
  {
    // The journey of the platform in one process, unchanged, on separate processes over a real Kafka, with the trace across
    // them. Others run there too (E2E_FORM=cluster), but each day of the demonstration takes seconds there.
    name: 'cluster',
    kind: 'e2e',
    only: ['apps/e2e/src/journey.e2e.spec.ts'],
    args: inOrder(240_000),
    built: true,
    missing: () => withoutJava('Java 17 and Maven'),
    env: () => ({ E2E_FORM: 'cluster' }),
  },
  {
    // The extended acceptance suite reads the original documents, which lie beside the project and not in it. Where
    // they are absent nobody can get them, so it is not there at all: neither skipped nor, with REQUIRE_ALL, a failure.
    name: 'acceptance',
    kind: 'acceptance',
    args: inOrder(180_000),
    built: true,
    absent: () => !existsSync(`${ROOT}../shared`),
  },
];

/** The suites as they are run: those of a pool, which stand together, as one. */
export function pools(suites) {
  const found = [];
  for (const suite of suites) {
    const last = found.at(-1);
    if (suite.pool && last?.[0].pool === suite.pool) last.push(suite);
    else found.push([suite]);
  }
  return found;
}

/** One suite of several that are run by one Jest. */
export function joined(suites) {
  const [{ args }] = suites;
  const names = suites.map(({ name }) => name).join(' + ');
  const env = () => Object.assign({}, ...suites.map((suite) => suite.env?.()));
  return { name: names, args, env, built: suites.some(({ built }) => built) };
}

export function kindOf(path) {
  return /\.(int|e2e|browser|kafka|oidc|acceptance)\.spec\.ts$/.exec(path)?.[1] ?? 'unit';
}

/** Spec files of a suite whose path contains one of the patterns (all, when there is none). */
export function specsOf(suite, patterns = []) {
  return projectFiles(...(suite.folders ?? ['libs', 'apps', 'tools'])).filter(
    (path) =>
      path.endsWith('.spec.ts') &&
      kindOf(path) === suite.kind &&
      (suite.only?.includes(path) ?? true) &&
      !suite.except?.includes(path) &&
      (patterns.length === 0 || patterns.some((pattern) => path.includes(pattern))),
  );
}

/** Runs these specs in one Jest: { passed, failed, skipped, names of the skipped, output }. */
export async function runSpecs(suite, specs, options) {
  const folder = mkdtempSync(join(tmpdir(), 'lien-ket-test-'));
  const file = join(folder, 'results.json');
  const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const args = [
    ...jest,
    '--ci',
    '--json',
    `--outputFile=${file}`,
    ...suite.args,
    '--runTestsByPath',
    ...specs,
  ];
  const { code, output } = await run(process.execPath, args, {
    limit: LIMIT,
    env: suite.env?.(),
    ...options,
  });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return { ...tallyOf(results, code), output };
}
