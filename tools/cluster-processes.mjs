// Which processes `npm run cluster` starts, each with what it is told.
import { join } from 'node:path';
import { ROOT } from './files.mjs';
import { Process, SERVICES, contentOf, portsOf, secretFile, settingsOf } from './cluster-parts.mjs';

const CONNECTIONS = 24;

/** The platform's own process first, then the services, then the gateway. */
export async function processesOf(cluster) {
  const { directory, port, instances } = cluster;
  const named = SERVICES.flatMap((service) =>
    Array.from({ length: instances[service] ?? 1 }, (_, index) => ({
      service,
      name: index === 0 ? service : `${service}-${index + 1}`,
    })),
  );
  const names = ['platform', ...named.map(({ name }) => name)];
  const ports = { ...(await portsOf(directory, names)), gateway: port };
  const urlOf = (name) => `http://127.0.0.1:${ports[name]}`;
  const make = (name, file, env, args = []) =>
    new Process({ name, file, args, env, url: urlOf(name), log: join(directory, `logs/${name}.log`) });
  const telling = (user) => (name) => ({
    ...settingsOf({ ...common(cluster, urlOf), port: ports[name], user }),
    ...(cluster.postgresPortOf ? { POSTGRES_PORT: String(cluster.postgresPortOf(name)) } : {}),
  });
  const services = named.map(({ service, name }) =>
    make(
      name,
      `apps/${service}/dist/main.js`,
      telling(service === 'relay' ? 'lk-relay' : 'lk-service')(name),
    ),
  );
  return [
    platformOf(cluster, urlOf, make, telling('admin')('platform')),
    ...services,
    gatewayOf(cluster, urlOf, make),
  ];
}

function common({ directory, postgres, kafka, demo }, urlOf) {
  return {
    directory,
    postgres: postgres.address.port,
    kafka: kafka.brokers,
    issuer: `${urlOf('platform')}/oidc`,
    tenants: '*',
    demo,
    connections: CONNECTIONS,
  };
}

/** It is its own provider of sign-in: no outside issuer is told. */
function platformOf({ directory, demo, brokers }, urlOf, make, { OIDC_ISSUER: _own, ...settings }) {
  const env = {
    ...settings,
    PUBLIC_URL: urlOf('platform'),
    GATEWAY_URL: urlOf('gateway'),
    GATEWAY_SECRET_FILE: secretFile(directory, 'gateway'),
    KAFKA_PRINCIPALS: 'relay:lk-relay=*,service:lk-service=*',
    KAFKA_REPLICAS: String(Math.min(3, brokers)),
  };
  return make('platform', 'apps/platform/dist/main.js', env, demo ? [] : ['--no-demo']);
}

function gatewayOf({ directory, port }, urlOf, make) {
  const issuer = `${urlOf('platform')}/oidc`;
  const urls = [...SERVICES, 'platform'].map((name) => [`${name.toUpperCase()}_URL`, urlOf(name)]);
  return make('gateway', 'apps/gateway/dist/main.js', {
    PORT: String(port),
    PUBLIC_URL: urlOf('gateway'),
    PORTAL_DIST: join(ROOT, 'apps/portal/dist'),
    OIDC_ISSUER: issuer,
    OIDC_JWKS_URL: `${issuer}/jwks`,
    OIDC_CLIENT_ID: 'lk-gateway',
    OIDC_CLIENT_SECRET: contentOf(secretFile(directory, 'gateway')),
    ...Object.fromEntries(urls),
  });
}
