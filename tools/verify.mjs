// npm run verify -- <file> [--policy <file>]: verifies an audit bundle, offline, with what is built of libs/audit-log.
// npm run verify -- --tenant <tenant>: compares what the running platform's log holds with the leaves that were made of it.
import './node-version.mjs';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ROOT } from './files.mjs';
import { Refusal, commandLine } from './running.mjs';
import { auditTenant } from './verify-tenant.mjs';

const USAGE = `Cách dùng (usage):
  npm run verify -- <tệp> [--policy <tệp>]    kiểm tra một tệp kiểm toán (verify a bundle)
  npm run verify -- --tenant <đơn vị>         so nhật ký với các lá đã ghi (compare the log with its leaves)`;
const BUILT = `${ROOT}libs/audit-log/dist/index.js`;
const FOLDS = `${ROOT}libs/plan-acts/dist/index.js`;

function given(args) {
  try {
    const options = { policy: { type: 'string' }, tenant: { type: 'string' } };
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Refusal(USAGE, 2);
  }
}

const unreadable = (file) => new Refusal(`Không đọc được tệp "${file}" (the file can't be read).`, 2);

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch {
    throw unreadable(file);
  }
}

/** A bundle of a whole log may be larger than memory. */
async function* piecesOf(file) {
  try {
    yield* createReadStream(file, { highWaterMark: 2 ** 20 });
  } catch {
    throw unreadable(file);
  }
}

/** A policy that is no UTF-8 is one that can't be read, not a wrong call. */
function policyOf(file) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(file));
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return '';
  }
}

function report(found, { SENTENCES }) {
  console.log(found.verdict);
  for (const { code, at } of found.faults.slice(0, 20))
    console.log(`  ${code}${at === undefined ? '' : ` ${at}`}: ${SENTENCES[code].vi}`);
  if (found.faults.length > 20) console.log(`  … và ${found.faults.length - 20} lỗi nữa`);
  if (!found.checkpoint) return;
  console.log(`Nhật ký: ${found.checkpoint.origin}, ${found.checkpoint.size} sự kiện đã ký`);
  console.log(`Trong tệp: ${found.events} sự kiện${found.streams.map((one) => `\n  ${one}`).join('')}`);
  if (found.folded) console.log('Đã dựng lại trạng thái và bản in từ các sự kiện (folded again)');
  if (found.logged) console.log('Điểm kiểm nằm trong nhật ký của các nhật ký (in the log of logs)');
  const shown = found.witnesses.map((one) =>
    found.operators.includes(one) ? `${one} (của bên vận hành, không được tính)` : one,
  );
  console.log(`Nhân chứng: ${shown.join(', ') || 'không có (unwitnessed)'}`);
}

await commandLine(async (args) => {
  const { values, positionals } = given(args);
  const [file, ...more] = positionals;
  const isTenant = values.tenant !== undefined;
  if (more.length > 0 || isTenant === (file !== undefined) || (isTenant && values.policy))
    throw new Refusal(USAGE, 2);
  if (!existsSync(BUILT)) throw new Refusal('Hãy chạy npm run build trước (run npm run build first).');
  const log = await import(BUILT);
  const { planPage } = await import(FOLDS);
  const found = isTenant
    ? await auditTenant(log, values.tenant)
    : await log.verifyPieces(
        piecesOf(file),
        values.policy === undefined ? undefined : policyOf(values.policy),
        planPage,
      );
  report(found, log);
  process.exitCode = log.EXIT_CODES[found.verdict];
});
