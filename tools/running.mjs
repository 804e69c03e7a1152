// The running platform, for the command lines that speak to it: its address, and what an account may ask of it.
import './node-version.mjs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.mjs';

const PATIENCE_MS = 120_000;
/** Ends the command line with one sentence: 2 for a wrong call, 1 for what could not be done. */
export class Refusal extends Error {
  constructor(sentence, code = 1) {
    super(sentence);
    this.code = code;
  }
}
const notRunning = () =>
  new Refusal(
    'Nền tảng không chạy: hãy chạy npm start trước, hoặc đặt DATA_DIR đúng thư mục dữ liệu (the platform is not running).',
  );

/** PLATFORM_URL, or the one that runs here. */
function platformUrl() {
  const { PLATFORM_URL: url, PORT: port, DATA_DIR: dataDir = join(ROOT, '.data') } = process.env;
  if (url) return url.replace(/\/$/, '');
  if (port) return `http://127.0.0.1:${port}`;
  try {
    return `http://127.0.0.1:${JSON.parse(readFileSync(join(dataDir, 'platform.json'), 'utf8')).port}`;
  } catch {
    throw notRunning();
  }
}

/** Runs a command line to its end; every refusal is one sentence and an exit code. */
export async function commandLine(main) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : `Không làm được: ${String(error)}`);
    process.exitCode = error instanceof Refusal ? error.code : 1;
  }
}

/** LIEN_KET_TOKEN, or a file with it. */
function givenToken() {
  const { LIEN_KET_TOKEN: token, LIEN_KET_TOKEN_FILE: file } = process.env;
  return token || (file ? readFileSync(file, 'utf8').trim() : undefined);
}

/** Status and body of an answer. @throws Refusal when nobody answers */
async function send(method, path, { body, token } = {}) {
  const response = await fetch(`${platformUrl()}${path}`, {
    method,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw notRunning();
  });
  return { status: response.status, body: await response.json().catch(() => ({})) };
}

async function tokenOf(account, tenant) {
  const given = givenToken();
  if (given) return given;
  const { body } = await send('POST', '/auth/demo-token', { body: { account } });
  if (body.access_token) return body.access_token;
  const accounts = await send('GET', '/auth/demo-accounts');
  if (accounts.status !== 200)
    throw new Refusal(
      'Nền tảng không chạy ở chế độ trình diễn: hãy đặt LIEN_KET_TOKEN là mã truy cập của người quản trị (not a demonstration: set LIEN_KET_TOKEN).',
    );
  if (tenant !== undefined && !accounts.body.some((one) => one.tenant === tenant))
    throw new Refusal(`Không có đơn vị "${tenant}" trên nền tảng (no such tenant).`);
  throw new Refusal(`Không có tài khoản quản trị ${account} (no such account): hãy đặt LIEN_KET_TOKEN.`);
}

/** What the platform answers an account, by name in the demonstration, else by LIEN_KET_TOKEN or LIEN_KET_TOKEN_FILE. */
export async function platformAs(account, tenant) {
  const token = await tokenOf(account, tenant);
  const ask = async (method, path, body) => {
    const answer = await send(method, path, { body, token });
    if (answer.status < 300) return answer.body;
    const faults = (answer.body.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`);
    throw Object.assign(new Refusal([answer.body.detail ?? `HTTP ${answer.status}`, ...faults].join(' ')), {
      problem: answer.body.code,
    });
  };
  if (tenant !== undefined && givenToken()) {
    const me = await ask('GET', '/api/v1/me');
    if (me.tenant !== tenant)
      throw new Refusal(
        `LIEN_KET_TOKEN là của đơn vị "${me.tenant}", không phải "${tenant}" (token of another tenant).`,
      );
  }
  const answer = async (path, signal) => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${platformUrl()}${path}`, { signal, headers });
    if (!response.ok) throw new Refusal(`${path}: HTTP ${response.status}`);
    return response;
  };
  const bytes = async (path) => {
    const response = await answer(path, AbortSignal.timeout(PATIENCE_MS));
    return Buffer.from(await response.arrayBuffer());
  };
  /** Piece by piece, for as long as it takes. */
  const pieces = async (path) => (await answer(path)).body;
  return { get: (path) => ask('GET', path), post: (path, body) => ask('POST', path, body), bytes, pieces };
}
