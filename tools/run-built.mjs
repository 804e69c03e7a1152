// Runs one of the platform's programs with the arguments of the command line, after installing and building what is missing.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { ROOT } from './files.mjs';
import { build, install } from './prepare.mjs';

export async function runBuilt(program) {
  if (!(await install()) || !(await build())) process.exit(1);
  const args = [`${ROOT}apps/platform/dist/${program}`, ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1);
}
