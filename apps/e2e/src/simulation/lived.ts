import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { History, type Outcome } from './history.js';
import { firstSeed, simulations } from './simulation.config.js';
import type { World } from './world.adapter.js';

/** Seeds that failed once are lived again for ever. */
const KEPT = resolve(import.meta.dirname, '../../golden/simulation-seeds.json');

/** The histories of one half of the seeds (two specs share them, one on each core), the kept ones first. */
export async function liveHalf(world: World, half: 0 | 1): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const seed of seedsOf(half)) {
    const outcome = await History.run(world, seed).catch((error: unknown) => brokenOff(seed, error));
    if (outcome.faults.length > 0) keep(seed);
    outcomes.push(outcome);
  }
  return outcomes;
}

function seedsOf(half: 0 | 1): number[] {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as number[];
  const fresh = Array.from({ length: simulations() }, (_, index) => firstSeed() + index);
  return [...new Set([...kept, ...fresh])].filter((seed) => seed % 2 === half);
}

function brokenOff(seed: number, error: unknown): Outcome {
  const faults = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  return { seed, faults, killed: 0, lost: 0, sent: 0 };
}

function keep(seed: number): void {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as number[];
  if (!kept.includes(seed)) writeFileSync(KEPT, `${JSON.stringify([...kept, seed])}\n`);
}
