// npm run tenant -- <id> "<name>" [--code 87] [--admin <login>]: adds a tenant to the running platform.
import { parseArgs } from 'node:util';
import { Refusal, commandLine, platformAs } from './running.mjs';

const USAGE =
  'Cách dùng: npm run tenant -- <mã> "<tên đơn vị>" [--code <mã hành chính>] [--admin <tên đăng nhập>] (usage: id, name)';

function given(args) {
  try {
    const options = { code: { type: 'string' }, admin: { type: 'string' } };
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Refusal(USAGE, 2);
  }
}

await commandLine(async (args) => {
  const {
    values: { code, admin },
    positionals: [id, name, ...rest],
  } = given(args);
  if (!id || !name || rest.length > 0) throw new Refusal(USAGE, 2);
  const platform = await platformAs('platform.admin');
  const made = await platform.post('/api/v1/tenants', {
    id,
    name,
    ...(code ? { code } : {}),
    ...(admin ? { administrator: { login: admin, name: `Quản trị ${name}` } } : {}),
  });
  console.log(`Đã thêm ${made.name} (${made.id}).`);
  if (made.administrator)
    console.log(
      `Quản trị: ${made.administrator.login}, mật khẩu dùng một lần: ${made.administrator.password}`,
    );
});
