// The platform as people start it, on a data directory and a port of its own.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../files.mjs';
import { freePort } from '../free-port.mjs';
import { secondsSince } from './figures.mjs';

const PATIENCE_MS = 60_000;

/** Starts the platform; resolves when the block with the address is printed. */
export async function launch(dataDir, args = []) {
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' };
  for (const name of Object.keys(env)) if (name.startsWith('OTEL_')) delete env[name];
  const began = performance.now();
  const child = spawn(process.execPath, [`${ROOT}tools/start.mjs`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await printed(child, `http://127.0.0.1:${port} `);
  const seconds = secondsSince(began);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return {
    port,
    seconds,
    memory: () => memoryOf(child.pid, dataDir),
    stop: async () => (child.kill('SIGTERM'), ended),
  };
}

function printed(child, wanted) {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why) => (child.kill('SIGTERM'), reject(new Error(`${why}: ${output.slice(-2000)}`)));
    const timer = setTimeout(() => fail('the platform did not start in time'), PATIENCE_MS);
    const read = (chunk) => {
      output += chunk.toString('utf8');
      if (!output.includes(wanted)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => (clearTimeout(timer), fail('the platform ended')));
  });
}

/** PSS in MB of the platform, of its PostgreSQL and of the launcher; undefined where the system does not tell. */
function memoryOf(launcher, dataDir) {
  if (process.platform !== 'linux') return undefined;
  const postmaster = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = childrenByParent();
  const below = (pid) => [pid, ...(children.get(pid) ?? []).flatMap(below)];
  const postgres = below(postmaster);
  const node = below(launcher).filter((pid) => pid !== launcher && !postgres.includes(pid));
  return { node: pss(node), postgres: pss(postgres), backends: postgres.length, launcher: pss([launcher]) };
}

export function childrenByParent() {
  const children = new Map();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = Number(/\) \S (\d+)/.exec(readOf(`/proc/${name}/stat`))?.[1] ?? 0);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  return children;
}

/** PSS in MB of these processes together. */
export const pss = (pids) =>
  pids.reduce(
    (sum, pid) => sum + Number(/^Pss:\s+(\d+)/m.exec(readOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
    0,
  ) / 1024;

/** A process may end while it is looked at. */
export function readOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
