/** The environment a started platform inherits, with what the spec sets. */
export function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}

/** True when the journeys run against separate processes over Kafka (`npm run cluster`) instead of the platform in one. */
export function distributed(): boolean {
  return process.env['E2E_FORM'] === 'cluster';
}

/** Path of the Chromium that `npm test` found. */
export function chromiumPath(): string {
  return process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
}
