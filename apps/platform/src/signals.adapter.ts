const LIMIT_MS = 5_000;

/** Stops once, whoever signals how often; after five seconds the process ends in any case. */
export function onSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', handle);
  process.on('SIGINT', handle);
}

export function exitWith(code: number): void {
  process.exit(code);
}
