// npm run parked -- <tenant> [<id> [redrive|discard --reason "…"]] [--service <name>]: messages that could not be taken.
import { parseArgs } from 'node:util';
import { Refusal, commandLine, platformAs } from './running.mjs';

const USAGE = `Cách dùng (usage):
  npm run parked -- <đơn vị>                                    liệt kê thông điệp bị giữ (list)
  npm run parked -- <đơn vị> <id>                               xem một thông điệp (inspect)
  npm run parked -- <đơn vị> <id> redrive --reason "…"          xử lý lại (deliver again)
  npm run parked -- <đơn vị> <id> discard --reason "…"          bỏ (give up)
  thêm --service <dịch vụ> khi nhiều dịch vụ giữ cùng một thông điệp (when several services hold it)`;
const PATH = '/api/v1/operations/parked';

function given(args) {
  try {
    const options = { reason: { type: 'string' }, service: { type: 'string' } };
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Refusal(USAGE, 2);
  }
}

/** Of the services that know the message the one that is meant. */
async function ownerOf(platform, id, service) {
  const all = await platform.get('/api/v1/operations/projections');
  const names = all.items.map((one) => one.service);
  if (service && !names.includes(service))
    throw new Refusal(`Không có dịch vụ "${service}" (no such service). Có: ${names.join(', ')}.`);
  const found = [];
  for (const name of service ? [service] : names) {
    const message = await platform.get(`${PATH}/${name}/${encodeURIComponent(id)}`).catch((error) => {
      if (error.problem === 'notFound') return undefined;
      throw error;
    });
    if (message) found.push({ name, message });
  }
  if (found.length === 0) throw new Refusal(`Không có thông điệp bị giữ "${id}" (no such parked message).`);
  if (found.length > 1)
    throw new Refusal(
      `Nhiều dịch vụ giữ thông điệp này: ${found.map(({ name }) => name).join(', ')}. Hãy thêm --service.`,
      2,
    );
  return found[0];
}

async function list(platform) {
  const { items } = await platform.get(PATH);
  if (items.length === 0) return console.log('Không có thông điệp nào bị giữ (nothing is parked).');
  for (const one of items) {
    console.log(`${one.message}  ${one.service}/${one.handler}`);
    console.log(`  ${one.type} · ${one.stream} · từ ${one.since} · thử ${one.attempts} lần`);
    console.log(`  ${one.reason}`);
  }
}

async function decide(platform, { name, message }, id, decision, reason) {
  if (!message.parked && !message.unread)
    throw new Refusal(`Thông điệp "${id}" đã được quyết định trước đó (decided already).`);
  const done = await platform.post(`${PATH}/${name}/${id}/${decision}`, { reason });
  console.log(
    decision === 'redrive'
      ? `Đã xử lý lại ${done.redriven} thông điệp của ${name}.`
      : `Đã bỏ; ${done.released} thông điệp của ${name} không còn bị giữ.`,
  );
}

await commandLine(async (args) => {
  const {
    values: { reason, service },
    positionals: [tenant, id, decision, ...rest],
  } = given(args);
  const wrong =
    !tenant || rest.length > 0 || (decision !== undefined && !['redrive', 'discard'].includes(decision));
  if (wrong || (decision === undefined && reason !== undefined)) throw new Refusal(USAGE, 2);
  if (decision !== undefined && !reason?.trim())
    throw new Refusal('Thiếu lý do: thêm --reason "…" (a decision needs its reason).', 2);
  const platform = await platformAs(`${tenant}.ubnd.admin`, tenant);
  if (id === undefined) return list(platform);
  const owner = await ownerOf(platform, id, service);
  if (decision !== undefined) return decide(platform, owner, id, decision, reason);
  console.log(JSON.stringify({ service: owner.name, ...owner.message }, null, 2));
});
