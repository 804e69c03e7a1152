// npm run backup -- <folder>, npm run restore -- <folder> [--keys <folder>] --ledger <folder>: two sets, the logs and the keys apart.
import { runBuilt } from './run-built.mjs';

await runBuilt('backup/main.js');
