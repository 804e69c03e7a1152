import { spawn } from 'node:child_process';
import { ROOT } from './files.mjs';

const running = new Set();
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    // The platform started by `npm start` answers for its own end: start.mjs takes over the signals then.
    if (process.listenerCount(signal) > 1) return;
    for (const child of running) child.kill(signal);
    process.exit(code);
  });
}

/**
 * Runs a program to its end: { code, output }. Never throws for a bad exit. `quiet` keeps the output instead of showing
 * it; after `limit` ms the program is killed and its code is 124.
 */
export function run(command, args, { quiet = false, cwd = ROOT, env = {}, limit } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'];
    const child = spawn(command, args, { cwd, stdio, env: { ...process.env, ...env } });
    const output = [];
    let late = false;
    const timer = limit && setTimeout(() => ((late = true), child.kill('SIGKILL')), limit);
    running.add(child);
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    const end = (code) => {
      running.delete(child);
      clearTimeout(timer);
      resolve({ code: late ? 124 : code, output: Buffer.concat(output).toString('utf8') });
    };
    child.on('error', (error) => (output.push(Buffer.from(String(error))), end(127)));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a program of node_modules by its script, so that neither npx nor a shell stands between. */
export function runNode(script, args, options) {
  return run(process.execPath, [script, ...args], options);
}

/** Prints what is being done and how long it took; the action answers true when it went well. */
export async function step(title, action) {
  const started = performance.now();
  console.log(`▸ ${title} …`);
  const well = await action();
  console.log(`${well ? '✓' : '✗'} ${title}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return well;
}
