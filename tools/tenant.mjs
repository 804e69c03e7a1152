// npm run tenant -- <id> "<name>" [--code 87] [--admin <login>]: adds a tenant to the running platform.
import { parseArgs } from 'node:util';
import { end, runningPlatform } from './running.mjs';

const USAGE =
  'Cách dùng: npm run tenant -- <mã> "<tên đơn vị>" [--code <mã hành chính>] [--admin <tên đăng nhập>]';
function given() {
  try {
    const options = { code: { type: 'string' }, admin: { type: 'string' } };
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return end(USAGE, 2);
  }
}
const {
  values: { code, admin },
  positionals: [id, name],
} = given();
if (!id || !name) end(USAGE, 2);
const post = await runningPlatform().as('platform.admin');
const answer = await post('/api/v1/tenants', {
  id,
  name,
  ...(code ? { code } : {}),
  ...(admin ? { administrator: { login: admin, name: `Quản trị ${name}` } } : {}),
});
const made = await answer.json();
if (!answer.ok) end(`Không thêm được ${id}: ${made.detail ?? answer.status}`);
console.log(`Đã thêm ${made.name} (${made.id}).`);
if (made.administrator)
  console.log(`Quản trị: ${made.administrator.login}, mật khẩu dùng một lần: ${made.administrator.password}`);
