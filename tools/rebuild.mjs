// npm run rebuild -- <tenant> [service] [projection]: folds the read models of a tenant again on the running platform.
import { Refusal, commandLine, platformAs } from './running.mjs';

const USAGE =
  'Cách dùng: npm run rebuild -- <đơn vị> [dịch vụ] [projection] (usage: tenant, then service and projection if not all)';

await commandLine(async ([tenant, service, projection, ...rest]) => {
  if (!tenant || tenant.startsWith('-') || rest.length > 0) throw new Refusal(USAGE, 2);
  const platform = await platformAs(`${tenant}.ubnd.admin`, tenant);
  const { items } = await platform.get('/api/v1/operations/projections');
  if (service && !items.some((one) => one.service === service))
    throw new Refusal(
      `Không có dịch vụ "${service}" (no such service). Có: ${items.map((one) => one.service).join(', ')}.`,
    );
  const known = items.find((one) => one.service === service)?.projections.map(({ name }) => name) ?? [];
  if (projection && !known.includes(projection))
    throw new Refusal(
      `Dịch vụ ${service} không có projection "${projection}" (no such projection). Có: ${known.join(', ')}.`,
    );
  const began = performance.now();
  const body = { ...(service ? { service } : {}), ...(projection ? { projection } : {}) };
  const done = await platform.post('/api/v1/operations/rebuild', body);
  for (const one of done.items) console.log(`${one.service}/${one.projection}: ${one.events} sự kiện`);
  console.log(`Xong trong ${((performance.now() - began) / 1000).toFixed(1)} s.`);
});
