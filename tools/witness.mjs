// npm run witness -- --dir <folder> --port <port> --name <name>: a witness of audit logs (C2SP tlog-witness) to be run by
// somebody other than the platform's operator. Takes checkpoints of the logs whose verifier keys stand in <folder>/logs.txt,
// one a line; cosigns only what contains everything that it cosigned before. One process per folder.
import './node-version.mjs';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './files.mjs';
import { Refusal, commandLine } from './running.mjs';

const USAGE = `Cách dùng (usage): npm run witness -- --dir <thư mục> --port <cổng> --name <tên>
  --host <địa chỉ>   nghe ở địa chỉ khác 127.0.0.1 (listen elsewhere)
  <thư mục>/logs.txt  khóa của các nhật ký, mỗi dòng một khóa (verifier keys of the logs, one a line)`;
const BUILT = `${ROOT}apps/audit/dist/proof/witness.adapter.js`;
/** 63 hashes and a note with as many signatures: far less than this. */
const LIMIT = 65_536;
const NAME = /^[\x21-\x2a\x2c-\x7e]{1,200}$/;

function given(args) {
  try {
    const options = { dir: {}, port: {}, name: {}, host: { default: '127.0.0.1' } };
    for (const option of Object.values(options)) option.type = 'string';
    const { values } = parseArgs({ args, options });
    const port = Number(values.port);
    if (values.dir && NAME.test(values.name ?? '') && Number.isInteger(port) && port >= 0 && port < 65_536)
      return { ...values, port };
  } catch {
    // Falls through: the same sentence for every wrong call.
  }
  throw new Refusal(USAGE, 2);
}

/** Read at each request, so that a log is added without a restart. */
function logsOf(file, parse) {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const keys = lines.filter((line) => line !== '' && !line.startsWith('#')).map(parse);
  return (origin) => keys.find((key) => key?.name === origin && key.algorithm === 1);
}

async function bodyOf(request) {
  const parts = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > LIMIT) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function answer(witness, request) {
  if (request.method !== 'POST' || request.url !== '/add-checkpoint') return { status: 404, body: '' };
  const body = await bodyOf(request);
  if (body === undefined) return { status: 413, body: '' };
  try {
    return witness.add(body);
  } catch (error) {
    // Nothing is signed that could not be kept.
    console.error(String(error));
    return { status: 500, body: '' };
  }
}

await commandLine(async (args) => {
  const { dir, port, name, host } = given(args);
  if (!existsSync(BUILT)) throw new Refusal('Hãy chạy npm run build trước (run npm run build first).');
  const { Witness } = await import(BUILT);
  const { parseVerifierKey } = await import(`${ROOT}libs/audit-log/dist/index.js`);
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const witness = new Witness(name, dir, (origin) => logsOf(join(dir, 'logs.txt'), parseVerifierKey)(origin));
  const server = createServer((request, response) => {
    answer(witness, request)
      .then(({ status, body }) => {
        const type = status === 409 ? 'text/x.tlog.size' : 'text/plain; charset=utf-8';
        response.writeHead(status, { 'content-type': type }).end(body);
      })
      .catch(() => response.destroy());
  });
  server.requestTimeout = 10_000;
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  console.log(`${witness.written}\nhttp://${host}:${server.address().port}`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
});
