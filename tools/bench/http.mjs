// 4. A command on the running platform against a bare route of the same framework.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { ROOT } from '../files.mjs';
import { freePort } from '../free-port.mjs';
import { count, figure, interleaved, median, ratioOf } from './figures.mjs';
import { load } from './http-load.mjs';

const REPETITIONS = 5;
const CONNECTIONS = 16;
const SECONDS = 1.5;
const ACCOUNT = 'tien-giang.ubnd.clerk';

export async function httpFigures(platform) {
  const authorization = `Bearer ${await tokenOf(platform.port)}`;
  const bare = await startBare();
  const at = (port, request) => () => load({ port, connections: CONNECTIONS, seconds: SECONDS, request });
  const plain = () => ({ path: '/bare', headers: {}, body: documentBody() });
  const command = () => ({
    path: '/api/v1/documents',
    headers: { authorization, 'idempotency-key': randomUUID() },
    body: documentBody(),
  });
  const sides = { command: at(platform.port, command), bare: at(bare.port, plain) };
  const results = await warmThenMeasure(sides).finally(bare.stop);
  const ratio = ratioOf(results.command, results.bare);
  return [
    figure(
      `HTTP command (record a document), ${CONNECTIONS} connections`,
      `${count(median(results.command))} req/s`,
      { beside: `${ratio.toFixed(3)}× bare Nest+Fastify (${count(median(results.bare))} req/s)` },
    ),
  ];
}

async function warmThenMeasure(sides) {
  await interleaved(1, sides);
  return interleaved(REPETITIONS, sides);
}

async function tokenOf(port) {
  const answer = await fetch(`http://127.0.0.1:${port}/auth/demo-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: ACCOUNT }),
  });
  if (!answer.ok) throw new Error(`no token for ${ACCOUNT}: ${answer.status}`);
  return (await answer.json()).access_token;
}

async function startBare() {
  const port = await freePort();
  const script = `${ROOT}tools/bench/bare-nest.mjs`;
  const child = spawn(process.execPath, [script, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error('the bare server ended')));
  });
  return { port, stop: () => void child.kill('SIGTERM') };
}

function documentBody() {
  const [kind, standing] = ['officialLetter', 'own'];
  const abstract = 'Về việc phối hợp khảo sát nhu cầu đầu tư, sản xuất, kinh doanh năm 2025';
  return JSON.stringify({ id: randomUUID(), kind, standing, abstract, place: 'Mỹ Tho' });
}
