import { startAlone } from '@lien-ket/runtime';
import { RELAY, RelayModule } from './relay.module.js';
import { joinRelay } from './relay.process.adapter.js';

await startAlone(RELAY, (runtime) => RelayModule.with(runtime), { join: joinRelay });
