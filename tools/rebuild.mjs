// npm run rebuild -- <tenant> [service] [projection]: folds the read models of a tenant again on the running platform.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const [tenant, service, projection] = process.argv.slice(2);
const end = (sentence, code = 1) => {
  console.error(sentence);
  process.exit(code);
};
if (!tenant) end('Cách dùng: npm run rebuild -- <đơn vị> [dịch vụ] [projection]', 2);

const dataDir = resolve(process.env.DATA_DIR ?? '.data');
let port;
try {
  port = JSON.parse(readFileSync(resolve(dataDir, 'platform.json'), 'utf8')).port;
} catch {
  end('Nền tảng không chạy trên thư mục dữ liệu này: npm start trước (hoặc đặt DATA_DIR).');
}
const base = `http://127.0.0.1:${port}`;
const post = (path, body, headers = {}) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const token =
  process.env.LIEN_KET_TOKEN ??
  (await (await post('/auth/demo-token', { account: `${tenant}.ubnd.admin` })).json()).access_token;
if (!token) end(`Không lấy được quyền quản trị của ${tenant}: ngoài bản trình diễn hãy đặt LIEN_KET_TOKEN.`);
const began = performance.now();
const answer = await post(
  '/api/v1/operations/rebuild',
  { ...(service ? { service } : {}), ...(projection ? { projection } : {}) },
  { authorization: `Bearer ${token}` },
);
if (!answer.ok) end(`Không dựng lại được: ${answer.status} ${await answer.text()}`);
for (const done of (await answer.json()).items)
  console.log(`${done.service}/${done.projection}: ${done.events} sự kiện`);
console.log(`Xong trong ${((performance.now() - began) / 1000).toFixed(1)} s.`);
