/** How much the specs of the store and of the audit log do: less in every run, more where somebody has the time. */
export function loadOfSpecs(env: NodeJS.ProcessEnv = process.env): {
  tenants: number;
  events: number;
  modelRuns: number;
  forgeries: number;
  forgerySeed: number;
} {
  return {
    tenants: Number(env['STRESS_TENANTS'] ?? 10),
    events: Number(env['STRESS_EVENTS'] ?? 50_000),
    modelRuns: Number(env['MODEL_RUNS'] ?? 100),
    forgeries: Number(env['FORGERIES'] ?? 10_000),
    forgerySeed: Number(env['FORGERY_SEED'] ?? 41),
  };
}

/** Real servers for the suite of KurrentDB: `KURRENTDB_URL`, one per tenant by blanks; none without it. */
export function kurrentServers(env: NodeJS.ProcessEnv = process.env): string[] {
  return (env['KURRENTDB_URL'] ?? '').split(' ').filter((url) => url !== '');
}

/** Why old history is folded otherwise from now on; without a reason it may not be. */
export function replayReason(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return env['REPLAY_REASON'] || undefined;
}

/** Whether a new event type may join the golden events. */
export function mayAddGolden(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(env['UPDATE_SCHEMAS']);
}
