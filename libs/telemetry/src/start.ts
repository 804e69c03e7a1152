import { install } from './recorder.js';
import { telemetrySettings, type TelemetrySettings } from './telemetry.config.js';

/**
 * Begins to record when a collector is configured; the packages are loaded only then, so that off costs nothing.
 * Answers how to stop: sends what is waiting, within the process's last seconds.
 */
export async function startTelemetry(
  service: string,
  settings: TelemetrySettings = telemetrySettings(),
): Promise<() => Promise<void>> {
  if (settings.endpoint === undefined) return async () => undefined;
  const { openTelemetry } = await import('./otel.adapter.js');
  const { recorder, close } = openTelemetry(service, settings);
  install(recorder);
  return async () => {
    install(undefined);
    await close();
  };
}
