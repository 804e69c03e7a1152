import { runMove } from './run.js';

await runMove();
