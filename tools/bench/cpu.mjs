import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { childrenByParent, readOf } from './launch.mjs';

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/**
 * Processor time in ms of a PostgreSQL server so far: its first process, those that live, and those that it has waited
 * for. NaN where the system does not tell.
 */
export function serverCpuMs(directory) {
  if (process.platform !== 'linux') return Number.NaN;
  const postmaster = Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const living = [postmaster, ...(childrenByParent().get(postmaster) ?? [])];
  return living.reduce((sum, pid) => sum + ticksOf(pid), 0) * TICK_MS;
}

/** utime, stime, and those of children that ended. */
function ticksOf(pid) {
  const fields = readOf(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? [];
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}

/** Starts to measure; what it answers tells which share of all processors' time has been worked since. */
export function busyShare() {
  const began = cpuTimes();
  return () => {
    const now = cpuTimes();
    return 1 - (now.idle - began.idle) / Math.max(1, now.all - began.all);
  };
}

function cpuTimes() {
  const times = cpus().map((one) => one.times);
  const sum = (names) =>
    times.reduce((total, one) => total + names.reduce((part, name) => part + one[name], 0), 0);
  return { idle: sum(['idle']), all: sum(['user', 'nice', 'sys', 'idle', 'irq']) };
}
