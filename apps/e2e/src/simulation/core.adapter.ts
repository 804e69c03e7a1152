import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * A history asks its database and waits, thousands of times, and never both work at once: on one core neither has to be
 * woken across cores, which costs a fifth less. Where there is no `taskset`, nothing changes.
 * @param half which of the two halves, each on a core of its own
 * @returns gives the process all cores again
 */
export function keepToOneCore(half: number): () => void {
  const cores = availableParallelism();
  const keepTo = (list: string): void =>
    void spawnSync('taskset', ['--all-tasks', '--pid', '--cpu-list', list, String(process.pid)]);
  if (cores > 1) keepTo(String(half % cores));
  return () => keepTo(`0-${cores - 1}`);
}
