// `npm run corpus -- --port <port>`: keeps the streams of a running demonstration as the replay corpus. What is kept
// already stays as it is: only streams that are not there yet are added, so that history once kept is always replayed.
import './node-version.mjs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ROOT } from './files.mjs';

const FILE = join(ROOT, 'libs/testing/golden/replay-corpus.jsonl.gz');
/** Copies for other tenants repeat their originals; letters and days fold to next to nothing. */
const LEFT_OUT = /^(share|received|notice|digest|day|file|number)-/;
const LIMIT = 2 * 1024 * 1024;

const port = process.argv[process.argv.indexOf('--port') + 1] ?? '8080';
const base = `http://127.0.0.1:${port}`;

async function answerOf(path, init) {
  const answer = await fetch(base + path, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

const asked = async (path, init) => (await answerOf(path, init)).json();

async function logOf(account) {
  const { access_token: token } = await asked('/auth/demo-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: account.account }),
  });
  const headers = { authorization: `Bearer ${token}` };
  const lines = (await (await answerOf('/api/v1/audit/bundle', { headers })).text()).split('\n');
  const events = lines.filter((line) => line.startsWith('{"seq":')).map((line) => JSON.parse(line));
  return events.map(({ seq, stream, revision, recordedAt, header, data }) => ({
    tenant: account.tenant,
    seq,
    stream,
    revision,
    recordedAt,
    header: Buffer.from(header, 'base64').toString('utf8'),
    data: Buffer.from(data, 'base64').toString('utf8'),
  }));
}

const auditors = (await asked('/auth/demo-accounts')).filter(
  ({ role, tenant }) => role === 'auditor' && tenant,
);
const kept = existsSync(FILE)
  ? gunzipSync(readFileSync(FILE)).toString('utf8').split('\n').filter(Boolean)
  : [];
const known = new Set(
  kept.map((line) => JSON.parse(line)).map(({ tenant, stream }) => `${tenant}/${stream}`),
);
const added = [];
for (const account of auditors) {
  const events = (await logOf(account)).filter(({ stream }) => !LEFT_OUT.test(stream));
  added.push(...events.filter(({ tenant, stream }) => !known.has(`${tenant}/${stream}`)));
}
const bytes = gzipSync([...kept, ...added.map((event) => JSON.stringify(event))].join('\n'), { level: 9 });
if (bytes.length > LIMIT)
  throw new Error(`${bytes.length} bytes are more than the ${LIMIT} that may be committed`);
writeFileSync(FILE, bytes);
console.log(`${kept.length} + ${added.length} events, ${bytes.length} bytes`);
