import { runBackup } from './run.js';

await runBackup();
