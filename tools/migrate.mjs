// npm run migrate -- <tenant> --to kurrentdb|postgres: moves the log of a tenant to the other driver, while the platform
// is stopped, and proves that it is the same there. EVENT_STORE_<TENANT> names the KurrentDB, whichever way it goes.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { ROOT } from './files.mjs';
import { build, install } from './prepare.mjs';

if (!(await install()) || !(await build())) process.exit(1);
const args = [`${ROOT}apps/platform/dist/move/main.js`, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
