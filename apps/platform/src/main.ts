import { startPlatform } from './start.js';

await startPlatform();
