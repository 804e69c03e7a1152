// npm run rebuild -- <tenant> [service] [projection]: folds the read models of a tenant again on the running platform, and
// tells on one line how far it is. It goes on when this command is cut short, and is watched again by the same command.
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, commandLine, platformAs } from './running.mjs';

const USAGE =
  'Cách dùng: npm run rebuild -- <đơn vị> [dịch vụ] [projection] (usage: tenant, then service and projection if not all)';

const WATCH_MS = 500;
const WAITS = ['waiting', 'running'];
const nameOf = ({ service, projection }) => `${service}/${projection}`;
const count = (number) => number.toLocaleString('vi-VN');

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
  const begun = await platform.post('/api/v1/operations/rebuild', body).catch((error) => {
    if (error.problem !== 'rebuild.underWay') throw error;
    console.log('Đang có một lượt dựng lại; xem tiếp tiến độ của lượt đó (one is under way: watching it).');
  });
  const failed = await watched(platform, begun?.items);
  if (failed.length > 0)
    throw new Refusal(
      `Không dựng lại được ${failed.map(nameOf).join(', ')}; dữ liệu cũ vẫn dùng (failed, the old rows stay): xem nhật ký rebuild.failed.`,
    );
  console.log(`Xong trong ${((performance.now() - began) / 1000).toFixed(1)} s.`);
});

/** Watches until none of them waits. @returns those that failed or were cut short */
async function watched(platform, begun) {
  const told = new Set();
  for (;;) {
    const { items } = await platform.get('/api/v1/operations/rebuilds?limit=200');
    const ours = items.filter(
      (one) => begun === undefined || begun.some((begunOne) => nameOf(begunOne) === nameOf(one)),
    );
    for (const one of ours.filter(({ state }) => !WAITS.includes(state)))
      if (begun !== undefined && !told.has(nameOf(one))) {
        told.add(nameOf(one));
        onLine(ending(one), true);
      }
    const waiting = ours.filter(({ state }) => WAITS.includes(state));
    if (waiting.length === 0) return ours.filter(({ state }) => begun !== undefined && state !== 'done');
    onLine(progress(waiting.find(({ state }) => state === 'running') ?? waiting[0]), false);
    await pause(WATCH_MS);
  }
}

function ending(one) {
  const left = { resumed: ` (tiếp tục từ № ${count(one.from)})`, anew: ' (bỏ bản dở của bản phần mềm khác)' };
  const how = one.state === 'done' ? '' : ' – KHÔNG XONG';
  return `${nameOf(one)}: ${count(one.events)} sự kiện${left[one.began] ?? ''}${how}`;
}

function progress(one) {
  if (one.state === 'waiting' || one.until === 0) return `${nameOf(one)}: chờ`;
  const share = Math.floor((100 * one.seq) / one.until);
  const pace =
    one.perSecond === null
      ? ''
      : ` · ${count(one.perSecond)}/s · còn khoảng ${count(one.secondsLeft ?? 0)} s`;
  return `${nameOf(one)}: № ${count(one.seq)} / ${count(one.until)} (${share} %)${pace}`;
}

/** One line that is written over on a terminal; elsewhere what is under way is said by nothing but its end. */
function onLine(line, isLast) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}${isLast ? '\n' : ''}`);
  else if (isLast) console.log(line);
}
