// npm run --silent policy -- <tenant>: prints what an auditor needs to trust the tenant's log, out of the keys directory of
// this installation: to be handed over on paper or by another way than the bundles.
import './node-version.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { Refusal, commandLine } from './running.mjs';

const USAGE = 'Cách dùng (usage): npm run --silent policy -- <đơn vị>';
const BUILT = `${ROOT}apps/audit/dist/proof/`;

await commandLine(async ([tenant, ...more]) => {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(tenant ?? '') || more.length > 0) throw new Refusal(USAGE, 2);
  if (!existsSync(BUILT)) throw new Refusal('Hãy chạy npm run build trước (run npm run build first).');
  const { LogKeyFiles } = await import(`${BUILT}log-keys.adapter.js`);
  const { Witnesses } = await import(`${BUILT}witnesses.adapter.js`);
  const keys = join(process.env.DATA_DIR ?? join(ROOT, '.data'), 'keys');
  // Looked for first: a command that only prints makes no key.
  if (!existsSync(join(keys, `log-${tenant}.pem`)))
    throw new Refusal(`Ở đây không có khóa nhật ký của "${tenant}" (no log key of this tenant here).`);
  process.stdout.write(new Witnesses(keys, new LogKeyFiles(keys)).policyOf(tenant));
});
