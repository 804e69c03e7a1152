// What the running platform's log of a tenant holds, event by event against the leaves that were made of it when it was
// logged: names each event that is another one now.
import { Refusal, platformAs } from './running.mjs';

/** The leaves as they were made, out of the entry bundles (C2SP tlog-tiles), a bundle at a time. */
async function* leavesOf(platform, { TILE_WIDTH, tilePath }, size) {
  for (let first = 0; first < size; first += TILE_WIDTH) {
    const width = Math.min(TILE_WIDTH, size - first);
    const bytes = await platform.bytes(
      `/api/v1/audit/tile/${tilePath('entries', first / TILE_WIDTH, width)}`,
    );
    for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at))
      yield bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at));
  }
}

/** Lays events beside the leaves as both come, in the order of their numbers. */
class Beside {
  changed = [];
  missing = [];
  #seen = 0;
  #leaf;

  constructor(log, leaves) {
    this.log = log;
    this.leaves = leaves;
    this.running = new log.RunningRoot();
  }

  async event(event) {
    while (this.#seen < event.seq - 1 && (await this.#next())) this.#lacks();
    if (this.#seen === event.seq - 1) await this.#next();
    const leaf = this.#seen === event.seq && this.#leaf ? this.log.decodeLeaf(this.#leaf) : undefined;
    if (!leaf || !this.log.isLeafOf(leaf, event))
      this.changed.push({ code: 'event.inclusion', at: `${event.seq} ${event.stream}` });
  }

  async end() {
    while (await this.#next()) this.#lacks();
    return this.running.root();
  }

  async #next() {
    const { done, value } = await this.leaves.next();
    this.#leaf = value;
    if (done) return false;
    this.#seen += 1;
    this.running.add(this.log.leafHash(value));
    return true;
  }

  #lacks() {
    this.missing.push({ code: 'log.gap', at: String(this.#seen) });
  }
}

/** @param log what libs/audit-log exports */
export async function auditTenant(log, tenant) {
  const platform = await platformAs(`${tenant}.thanhtra.auditor`, tenant);
  const verification = new log.LogVerification(undefined);
  const lines = new log.Lines();
  let beside;
  for await (const piece of await platform.pieces('/api/v1/audit/bundle'))
    for (const line of lines.take(piece)) {
      const event = verification.take(line);
      if (!verification.checkpoint || verification.isUnreadable)
        throw new Refusal('Nền tảng đưa ra tệp không đọc được (unreadable answer).');
      beside ??= new Beside(log, leavesOf(platform, log, verification.checkpoint.size));
      if (event) await beside.event(event);
    }
  const found = verification.end(lines.isWhole);
  if (!beside || !found.checkpoint)
    throw new Refusal('Nền tảng đưa ra tệp không đọc được (unreadable answer).');
  const isOurs = (await beside.end()).equals(found.checkpoint.root);
  const { changed, missing } = beside;
  const own = found.faults.filter(({ code }) => code !== 'policy.missing' && code !== 'log.gap');
  const faults = [...changed, ...missing, ...(isOurs ? [] : [{ code: 'log.root', at: 'leaves' }]), ...own];
  return { ...found, ...log.worstOf(faults), faults };
}
