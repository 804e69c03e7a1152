// The processes of `npm run cluster`: what each is told, and how it is known to be ready.
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { freePort } from './free-port.mjs';

export const SERVICES = ['agreement', 'activity', 'reporting', 'notification', 'audit', 'relay'];

/** A secret kept in a file of mode 0600; made once. Answers the file. */
export function secretFile(directory, name) {
  const folder = join(directory, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `${name}.secret`);
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return file;
}

export const contentOf = (file) => readFileSync(file, 'utf8').trim();

/** Password of a PostgreSQL role, as the services derive it. */
export function rolePassword(directory, role) {
  const secret = Buffer.from(contentOf(join(directory, 'keys/cluster.secret')), 'base64');
  return createHmac('sha256', secret).update(role).digest('hex').slice(0, 40);
}

/** Ports are kept, so that a restart answers where it did. */
export async function portsOf(directory, names) {
  const file = join(directory, 'cluster-ports.json');
  const ports = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const name of names) ports[name] ??= await freePort();
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

/** One process that is started again when it ends by itself; its output goes to a file. */
export class Process {
  constructor({ name, file, args = [], env, url, log }) {
    Object.assign(this, { name, file, args, env, url, log, restarts: 0, stopping: false, failures: 0 });
  }

  start() {
    this.child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, this.file), ...this.args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        LOG_FORMAT: 'json',
        ...telemetry(),
        ...this.env,
      },
    });
    const keep = (chunk) => this.#note(chunk);
    this.child.stdout.on('data', keep);
    this.child.stderr.on('data', keep);
    this.child.on('exit', (code, signal) => this.ended(code, signal));
    return this;
  }

  ended(code, signal) {
    this.child = undefined;
    if (this.stopping) return;
    this.restarts += 1;
    this.failures += 1;
    this.#note(`-- ended (${code ?? signal}), started again\n`);
    setTimeout(() => !this.stopping && this.start(), Math.min(10_000, 250 * 2 ** Math.min(this.failures, 6)));
  }

  /** On a full disk what a process says is lost; nothing else is, and whoever watches over it goes on. */
  #note(text) {
    try {
      appendFileSync(this.log, text);
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    }
  }

  async health() {
    const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(4_000) }).catch(
      () => undefined,
    );
    const body = await answer?.json().catch(() => undefined);
    if (answer) this.failures = 0;
    // A process that is going away, or has only just come, answers with a problem instead of its parts.
    return Array.isArray(body?.parts) ? body : { ready: false, parts: [] };
  }

  stop(patience = 8_000) {
    this.stopping = true;
    const { child } = this;
    if (!child) return Promise.resolve();
    return new Promise((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), patience);
      child.once('exit', () => resolve(clearTimeout(force)));
      child.kill('SIGTERM');
    });
  }
}

function telemetry() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('OTEL_')));
}

/** What every process of ours is told; `kafka` names the broker and the user. */
export function settingsOf({ directory, port, postgres, kafka, user, issuer, tenants, demo, connections }) {
  return {
    PORT: String(port),
    TENANTS: tenants,
    DATA_DIR: directory,
    POSTGRES_HOST: '127.0.0.1',
    POSTGRES_PORT: String(postgres),
    POSTGRES_SECRET_FILE: join(directory, 'keys/cluster.secret'),
    MAX_CONNECTIONS: String(connections),
    KAFKA_BROKERS: kafka.join(','),
    KAFKA_USERNAME: user,
    KAFKA_PASSWORD_FILE: secretFile(directory, user),
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URL: `${issuer}/jwks`,
    DEMO: demo ? '1' : '0',
  };
}
