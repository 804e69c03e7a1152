// npm run rebuild -- <tenant> [service] [projection]: folds the read models of a tenant again on the running platform.
import { end, runningPlatform } from './running.mjs';

const [tenant, service, projection] = process.argv.slice(2);
if (!tenant) end('Cách dùng: npm run rebuild -- <đơn vị> [dịch vụ] [projection]', 2);
const post = await runningPlatform().as(`${tenant}.ubnd.admin`);
const began = performance.now();
const answer = await post('/api/v1/operations/rebuild', {
  ...(service ? { service } : {}),
  ...(projection ? { projection } : {}),
});
if (!answer.ok) end(`Không dựng lại được: ${answer.status} ${await answer.text()}`);
for (const done of (await answer.json()).items)
  console.log(`${done.service}/${done.projection}: ${done.events} sự kiện`);
console.log(`Xong trong ${((performance.now() - began) / 1000).toFixed(1)} s.`);
