// What the running platform's log of a tenant holds, event by event against the leaves that were made of it when it was
// logged: names each event that is another one now.
import { Refusal, platformAs } from './running.mjs';

/** The leaves as they were made, out of the entry bundles (C2SP tlog-tiles). */
async function leavesOf(platform, { TILE_WIDTH, tilePath }, size) {
  const leaves = [];
  for (let first = 0; first < size; first += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, size - first);
    const bytes = await platform.bytes(
      `/api/v1/audit/tile/${tilePath('entries', first / TILE_WIDTH, width)}`,
    );
    for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at))
      leaves.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
  }
  return leaves;
}

/** @param log what libs/audit-log exports */
export async function auditTenant(log, tenant) {
  const platform = await platformAs(`${tenant}.thanhtra.auditor`, tenant);
  const file = await platform.bytes('/api/v1/audit/bundle');
  const found = log.verifyBundle(file, undefined);
  const bundle = log.parseBundle(file);
  if (!bundle || !found.checkpoint)
    throw new Refusal('Nền tảng đưa ra tệp không đọc được (unreadable answer).');
  const leaves = await leavesOf(platform, log, found.checkpoint.size);
  const running = new log.RunningRoot();
  for (const leaf of leaves) running.add(log.leafHash(leaf));
  const isOurs = running.root().equals(found.checkpoint.root);
  const changed = bundle.events.flatMap((event) => {
    const leaf = log.decodeLeaf(leaves[event.seq - 1] ?? Buffer.alloc(0));
    return leaf && log.isLeafOf(leaf, event)
      ? []
      : [{ code: 'event.inclusion', at: `${event.seq} ${event.stream}` }];
  });
  const seen = new Set(bundle.events.map(({ seq }) => seq));
  const missing = leaves.flatMap((_, at) =>
    seen.has(at + 1) ? [] : [{ code: 'log.gap', at: String(at + 1) }],
  );
  const own = found.faults.filter(({ code }) => code !== 'policy.missing' && code !== 'log.gap');
  const faults = [...changed, ...missing, ...(isOurs ? [] : [{ code: 'log.root', at: 'leaves' }]), ...own];
  return { ...found, ...log.worstOf(faults), faults };
}
