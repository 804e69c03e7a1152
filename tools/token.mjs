// `npm run --silent token -- <account>`: a bearer token of the running demonstration platform, for scripts.
import './node-version.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.mjs';

const USAGE = `npm run --silent token -- <tài khoản / account>
npm run --silent token -- --list      danh sách tài khoản trình diễn, JSON (the demonstration accounts)
`;
const PATIENCE_MS = 5000;

function platformPort() {
  if (process.env.PORT) return process.env.PORT;
  const folder = process.env.DATA_DIR ?? join(ROOT, '.data');
  try {
    return JSON.parse(readFileSync(join(folder, 'platform.json'), 'utf8')).port;
  } catch {
    return undefined;
  }
}

/** A refusal to print: one sentence in both languages. */
class Refusal extends Error {}
const notRunning = () =>
  new Refusal('Nền tảng chưa chạy: hãy chạy npm start trước (the platform is not running: npm start first)');

async function ask(path, init = {}) {
  const port = platformPort();
  if (!port) throw notRunning();
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, signal }).catch(() => {
    throw notRunning();
  });
  return { status: response.status, body: await response.json().catch(() => undefined) };
}

async function demoAccounts() {
  const { status, body } = await ask('/auth/demo-accounts');
  if (status === 200 && Array.isArray(body)) return body;
  throw new Refusal(
    'Nền tảng không chạy ở chế độ trình diễn nên không cấp mã theo cách này (not a demonstration, so no tokens this way)',
  );
}

async function main([argument, ...rest]) {
  if (argument === undefined || rest.length > 0 || (argument.startsWith('-') && argument !== '--list')) {
    process.stderr.write(USAGE);
    return 2;
  }
  const accounts = await demoAccounts();
  if (argument === '--list') {
    process.stdout.write(`${JSON.stringify(accounts, null, 2)}\n`);
    return 0;
  }
  const { status, body } = await ask('/auth/demo-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: argument }),
  });
  if (status !== 200)
    throw new Refusal(
      `Không có tài khoản "${argument}" (no such account). Xem / see: npm run --silent token -- --list`,
    );
  process.stdout.write(`${body.access_token}\n`);
  return 0;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    process.stderr.write(`${error instanceof Refusal ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
