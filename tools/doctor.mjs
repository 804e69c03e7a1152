// `npm run doctor`: one page that says what is wrong with an installation and what to do. Starts nothing, changes nothing.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { missingParts } from './prepare.mjs';
import { ROOT } from './files.mjs';

const line = (mark, about, says) => console.log(`${mark} ${about.padEnd(22)} ${says}`);

line('✓', 'Node.js', process.versions.node);
const missing = missingParts();
if (missing.length > 0) {
  line('✗', 'Bản cài đặt', `thiếu hoặc cũ: ${missing.join(', ')}`);
  console.log('    → npm run build');
  process.exit(1);
}
line('✓', 'Bản cài đặt', 'đầy đủ');
const { status } = spawnSync(process.execPath, [`${ROOT}apps/platform/dist/doctor/main.js`], {
  stdio: 'inherit',
  // What the broker's client reports would stand in the middle of the page.
  env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' },
});
process.exit(status ?? 1);
