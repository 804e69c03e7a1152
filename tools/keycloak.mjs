// Real Keycloak on this machine without Docker (Java 17 and Maven), for the suite `oidc`: the distribution by its Maven
// coordinates, started by the same script and realm as the container.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { freePort } from './free-port.mjs';

const LIMIT_MS = 240_000;

/** The container's version: said once, in its Dockerfile. */
function version() {
  const dockerfile = readFileSync(join(ROOT, 'infra/keycloak/Dockerfile'), 'utf8');
  return /keycloak\/keycloak:(\d+\.\d+\.\d+)/.exec(dockerfile)[1];
}

/** Folder of the distribution; fetched and unpacked once. */
export function keycloakHome(say = () => undefined) {
  const folder = join(ROOT, 'node_modules/.cache/keycloak');
  const home = join(folder, `keycloak-${version()}`);
  if (existsSync(join(folder, `${version()}.complete`))) return home;
  say('Tải Keycloak qua Maven (fetching Keycloak by Maven)…');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const artifact = `org.keycloak:keycloak-quarkus-dist:${version()}:tar.gz`;
  const steps = [
    ['mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]],
    ['tar', ['xzf', join(folder, `keycloak-quarkus-dist-${version()}.tar.gz`), '-C', folder]],
  ];
  for (const [command, args] of steps)
    if (spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status !== 0)
      throw new Error('Maven không tải được Keycloak (Maven could not fetch Keycloak)');
  rmSync(join(folder, `keycloak-quarkus-dist-${version()}.tar.gz`));
  writeFileSync(join(folder, `${version()}.complete`), '');
  return home;
}

/** Keycloak with the realm of infra/keycloak, all of it in memory. `secrets`: NAME_FILE → file. Answers { url, stop }. */
export async function startKeycloak({ portalUrl, secrets, say }) {
  const home = keycloakHome(say);
  const port = await freePort();
  const management = await freePort();
  const args = ['start-dev', '--db=dev-mem', '--http-host=127.0.0.1', `--http-port=${port}`];
  const child = spawn(
    'bash',
    [join(ROOT, 'infra/keycloak/start.sh'), ...args, `--http-management-port=${management}`],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        KC_HOME: home,
        REALM_FILE: join(ROOT, 'infra/keycloak/realm.json'),
        KC_BOOTSTRAP_ADMIN_USERNAME: 'admin',
        LK_PORTAL_URL: portalUrl,
        JAVA_OPTS_KC_HEAP: '-Xms64m -Xmx384m',
        // It lives for a minute: compiling less begins sooner.
        JAVA_OPTS_APPEND: '-XX:TieredStopAtLevel=1',
        ...secrets,
      },
    },
  );
  let tail = '';
  const keep = (chunk) => (tail = `${tail}${chunk}`.slice(-4_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const url = `http://127.0.0.1:${port}`;
  const stop = () => ended(child);
  await answering(url, child, () => tail).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, issuer: `${url}/realms/lien-ket`, stop };
}

async function answering(url, child, tail) {
  for (const until = Date.now() + LIMIT_MS; Date.now() < until;) {
    if (child.exitCode !== null) throw new Error(`Keycloak ended:\n${tail()}`);
    const answer = await fetch(`${url}/realms/lien-ket/.well-known/openid-configuration`).catch(
      () => undefined,
    );
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error(`Keycloak does not answer:\n${tail()}`);
}

function ended(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => resolve(clearTimeout(force)));
    child.kill('SIGTERM');
  });
}
