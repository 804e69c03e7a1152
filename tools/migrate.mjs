// npm run migrate -- <tenant> --to kurrentdb|postgres: moves the log of a tenant to the other driver, while the platform
// is stopped, and proves that it is the same there. EVENT_STORE_<TENANT> names the KurrentDB, whichever way it goes.
import { runBuilt } from './run-built.mjs';

await runBuilt('move/main.js');
