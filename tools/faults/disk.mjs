// A small disk in memory under everything that a cluster keeps, so that it can be full. Needs Linux and its root.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SIZE = '2g';
const BLOCK = Buffer.alloc(2 ** 20);

/** Mounts it at the directory; undefined where that is not allowed. */
export function smallDisk(directory) {
  const options = `size=${SIZE},mode=755`;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', directory]);
  if (status !== 0) return undefined;
  const ballast = join(directory, 'ballast');
  return {
    fill: () => fill(ballast),
    free: () => rmSync(ballast, { force: true }),
    unmount: () => void spawnSync('umount', ['-l', directory]),
  };
}

function fill(path) {
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, BLOCK);
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}
