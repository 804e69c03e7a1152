import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedCluster, KEY_TABLES, Provisioner, SystemDatabase } from '@lien-ket/read-model';
import { rolePassword } from '@lien-ket/runtime';
import { databasePlan } from './services.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const secret = Buffer.alloc(32, 7);
const directory = mkdtempSync(join(tmpdir(), 'lk-alone-'));
let cluster: EmbeddedCluster;
const children: ChildProcess[] = [];

beforeAll(async () => {
  chmodSync(directory, 0o755);
  const password = rolePassword(secret, 'postgres');
  cluster = await EmbeddedCluster.start({ directory: join(directory, 'pg'), password, durable: false });
  const address = {
    ...cluster.address,
    maxConnections: 40,
    passwordOf: (role: string) => rolePassword(secret, role),
  };
  const provisioner = new Provisioner(address, { user: 'postgres', password }, databasePlan());
  await provisioner.ensureTemplate();
  await provisioner.ensureTenant('tien-giang');
  await (await SystemDatabase.open(address, { user: 'postgres', password }, 'lk_keys', KEY_TABLES)).close();
  writeFileSync(join(directory, 'secret'), secret.toString('base64'));
}, 60_000);

afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'));
  await cluster.stop();
  rmSync(directory, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function startAlone(service: string): Promise<{ child: ChildProcess; url: string }> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, `apps/${service}/dist/main.js`)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: '/usr/bin:/bin',
      PORT: String(port),
      TENANTS: 'tien-giang',
      POSTGRES_PORT: String(cluster.address.port),
      POSTGRES_SECRET_FILE: join(directory, 'secret'),
      OIDC_ISSUER: 'http://127.0.0.1:9/oidc',
      OIDC_JWKS_URL: 'http://127.0.0.1:9/oidc/jwks',
      DATA_DIR: directory,
    },
  });
  children.push(child);
  await new Promise<void>((listening, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('listening') && listening());
    child.on('exit', (code) => failed(new Error(`${service} ended with ${code}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

describe.each(['agreement', 'activity', 'reporting', 'notification', 'audit'])(
  'the service %s alone',
  (service) => {
    it('starts in a process of its own, is ready, refuses without a token, and stops on SIGTERM', async () => {
      const { child, url } = await startAlone(service);
      const ready = await fetch(`${url}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await ready.text()).toContain(`tien-giang/${service}`);
      const path = {
        agreement: 'plans',
        activity: 'activities',
        reporting: 'obligations',
        notification: 'notifications',
        audit: 'audit/events',
      }[service];
      expect((await fetch(`${url}/api/v1/${path ?? ''}`)).status).toBe(401);
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    }, 30_000);
  },
);
