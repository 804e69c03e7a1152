import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below the ports from which a system gives to whoever connects (from 32768 on Linux, 49152 elsewhere): between asking
 * here and listening there, seconds may pass, and an ordinary connection must not take the port meanwhile.
 */
const FIRST = 20_000;
const BEYOND = 32_768;
const TRIES = 100;

/** A port of loopback on which nobody listens now. @throws Error when a hundred in a row are taken */
export async function freePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(FIRST, BEYOND);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${BEYOND - 1}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
