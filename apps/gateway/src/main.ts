import { ConfigurationFaults, TokenVerifier, randomIds, startService, systemClock } from '@lien-ket/service';
import { serviceLogger, startTelemetry } from '@lien-ket/telemetry';
import { readConfig, type GatewayConfig } from './gateway.config.js';
import { GatewayModule } from './gateway.module.js';
import { discovery } from './session/oidc-client.js';

const logger = serviceLogger('gateway');

async function start(config: GatewayConfig): Promise<void> {
  const { port, host, publicUrl, provider, ways, portal } = config;
  const keysUrl = config.jwksUrl ?? (await keysAddress(provider.issuer));
  const parts = { publicUrl, clock: systemClock, provider, ways };
  const module = GatewayModule.forwarding({ ...parts, ...(portal === undefined ? {} : { portal }) });
  await startService('gateway', module, {
    port,
    host,
    ports: {
      verifier: new TokenVerifier({ issuer: provider.issuer, keys: { url: keysUrl } }),
      // The gateway knows no rights: each service behind it verifies the token and asks its own.
      rights: { rightsOf: async () => [] },
      clock: systemClock,
      ids: randomIds,
      logger,
      readiness: [],
    },
  });
}

async function keysAddress(issuer: string): Promise<string> {
  const { keys } = await discovery(issuer)();
  if (!('url' in keys)) throw new Error('the issuer names no address of its keys');
  return keys.url;
}

try {
  await startTelemetry('gateway');
  await start(readConfig());
} catch (error) {
  const faults = error instanceof ConfigurationFaults ? error.faults : [String(error)];
  for (const fault of faults) logger.error('service.cannotStart', { detail: fault });
  process.exitCode = 1;
}
