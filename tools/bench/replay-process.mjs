// Replays one tenant's log and says how much memory that took at most: `node replay-process.mjs <login> <tenant>`.
import { readerOf, contextOf } from './store.mjs';

const [login, tenant] = [JSON.parse(process.argv[2]), process.argv[3]];
const mostMb = () => process.resourceUsage().maxRSS / 1024;
const { store: open, close } = readerOf(login);
const store = open();
const before = mostMb();
let read = 0;
let last = '';
for await (const batch of store.log(contextOf(tenant), { after: 0 })) {
  for (const event of batch) last = event.data.text;
  read += batch.length;
}
if (last === '') throw new Error('nothing was read');
await close();
process.stdout.write(JSON.stringify({ read, before, mb: mostMb() }));
