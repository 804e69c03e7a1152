// Replays one tenant's log and says how much memory that took at most: `node replay-process.mjs <login> <events>`.
// The store and its connections only: no pools, no TypeORM, nothing of the bench.
import { readFileSync } from 'node:fs';
import { PostgresEventStore } from '../../libs/event-store/dist/index.js';
import { openCopyConnection } from '../../libs/read-model/dist/copy.adapter.js';

const [login, until] = [JSON.parse(process.argv[2]), Number(process.argv[3])];
/** Of this program only: what getrusage tells begins with the memory of the process that started it. */
const mostMb = () =>
  process.platform === 'linux'
    ? Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
    : process.resourceUsage().maxRSS / 1024;
const noPool = () => Promise.reject(new Error('a replay needs no pool'));
const store = new PostgresEventStore('bench', noPool, undefined, () => openCopyConnection(login));
const before = mostMb();
let read = 0;
let last = '';
for await (const batch of store.log({ tenantId: 'replay' }, { after: 0, until })) {
  for (const event of batch) last = event.data.text;
  read += batch.length;
}
if (last === '') throw new Error('nothing was read');
process.stdout.write(JSON.stringify({ read, before, mb: mostMb() }));
