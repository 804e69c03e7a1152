/** How many histories a run lives: `SIMULATIONS`; without it 300 in CI, and a few on a desk. */
export function simulations(env: NodeJS.ProcessEnv = process.env): number {
  return Number(env['SIMULATIONS'] ?? (env['CI'] === 'true' ? 300 : 30));
}

/** The first seed: `SIMULATION_SEED`, so that nights do not live the same histories again. */
export function firstSeed(env: NodeJS.ProcessEnv = process.env): number {
  return Number(env['SIMULATION_SEED'] ?? 1);
}
