// The one place that knows how a clone becomes something that runs: packages installed, services compiled, portal built.
// Each is done only when missing or outdated, by a stamp in node_modules.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { projectFiles, ROOT } from './files.mjs';
import { run, runNode, step } from './run.mjs';

const INSTALLED = `${ROOT}node_modules/.lien-ket-stamp`;
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(`${ROOT}package-lock.json`))
    .digest('hex');

/** Installs the packages of the lock file when they are missing or other ones; true when they are there. */
export async function install() {
  const stamp = lockHash();
  if (read(INSTALLED) === stamp) return true;
  const well =
    installedByHand() || (await step('Cài đặt thư viện (installing packages, about a minute)', npmCi));
  if (well) writeFileSync(INSTALLED, stamp);
  return well;
}

/** npm's own record of what it installed: whoever ran `npm ci` by hand need not wait for it again. */
function installedByHand() {
  const record = read(`${ROOT}node_modules/.package-lock.json`);
  if (record === '') return false;
  const there = JSON.parse(record).packages;
  const wanted = JSON.parse(read(`${ROOT}package-lock.json`)).packages;
  const names = new Set([...Object.keys(wanted), ...Object.keys(there)]);
  return [...names].every((name) => {
    // Workspaces stand as themselves and as links; packages for another machine are left out by npm.
    if (!name.startsWith('node_modules/')) return true;
    if (!there[name]) return wanted[name].optional === true;
    return wanted[name]?.version === there[name].version;
  });
}

async function npmCi() {
  // The build needs the development packages whatever NODE_ENV says.
  const args = ['ci', '--include=dev'];
  const npm = process.env.npm_execpath;
  const { code } = npm?.endsWith('.js') ? await runNode(npm, args) : await run('npm', args);
  return code === 0;
}

const isSource = (path) => !/\.(spec\.tsx?|md)$/.test(path);
/** What the portal is bundled with, by their sources. */
const PORTAL_LIBS = ['kernel', 'contracts', 'calendar', 'plan-acts', 'audit-log'];
const hasPortal = () => existsSync(`${ROOT}apps/portal/vite.config.ts`);

const PARTS = [
  {
    name: 'services',
    title: 'Biên dịch các dịch vụ (compiling the services)',
    sources: ['apps', 'libs'],
    outputs: () => projectsWithSources().map((project) => `${project}/dist`),
    make: compile,
  },
  {
    name: 'portal',
    title: 'Dựng cổng thông tin (building the portal)',
    sources: ['apps/portal', ...PORTAL_LIBS.map((name) => `libs/${name}`), 'apps/gateway'],
    outputs: () => ['apps/portal/dist/index.html'],
    make: buildPortal,
  },
];

function projectsWithSources() {
  const projects = projectFiles('apps', 'libs').map(
    (path) => /^((?:apps|libs)\/[^/]+)\/src\/.*\.ts$/.exec(path)?.[1],
  );
  return [...new Set(projects)].filter((project) => project && project !== 'apps/portal');
}

/** Type-checks and compiles every project that changed. */
export async function compile(options) {
  return runNode(`${ROOT}node_modules/typescript/bin/tsc`, ['-b'], options);
}

/** Its client is made anew first: a portal never speaks to an interface of yesterday. */
async function buildPortal(options) {
  const made = await runNode(`${ROOT}tools/client.mjs`, [], options);
  if (made.code !== 0) return made;
  const cwd = `${ROOT}apps/portal`;
  return runNode(`${ROOT}node_modules/vite/bin/vite.js`, ['build', '--logLevel', 'warn'], {
    ...options,
    cwd,
  });
}

/** Builds what is missing or older than its sources; true when all of it is there. */
export async function build() {
  for (const part of PARTS) {
    if (part.name === 'portal' && !hasPortal()) continue;
    const stamp = `${ROOT}node_modules/.lien-ket-${part.name}-stamp`;
    const now = sourcesHash(part.sources);
    if (read(stamp) === now && part.outputs().every((path) => existsSync(ROOT + path))) continue;
    if (!(await step(part.title, async () => (await part.make()).code === 0))) return false;
    writeFileSync(stamp, now);
  }
  return true;
}

/** What of it is not there, or other than its sources; nothing is made. */
export function missingParts() {
  if (read(INSTALLED) !== lockHash() && !installedByHand()) return ['node_modules'];
  return PARTS.flatMap(({ name, outputs }) =>
    outputs().every((path) => existsSync(ROOT + path))
      ? []
      : [name === 'portal' ? 'apps/portal/dist' : 'dist'],
  );
}

/** Names, sizes and times, not contents: a start must not read the whole project. */
function sourcesHash(folders) {
  const hash = createHash('sha256').update(lockHash());
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.base.json'];
  for (const path of [...projectFiles(...folders).filter(isSource), ...settings]) {
    const { size, mtimeMs } = statSync(ROOT + path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
