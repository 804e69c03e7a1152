// npm run backup -- <folder>, npm run restore -- <folder> [--keys <folder>] --ledger <folder>: two sets, the logs and the keys apart.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { ROOT } from './files.mjs';
import { build, install } from './prepare.mjs';

if (!(await install()) || !(await build())) process.exit(1);
const args = [`${ROOT}apps/platform/dist/backup/main.js`, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
