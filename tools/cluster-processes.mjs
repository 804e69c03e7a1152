// Which processes `npm run cluster` starts, each with what it is told.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './files.mjs';
import {
  Process,
  SERVICES,
  contentOf,
  portsOf,
  rolePassword,
  secretFile,
  settingsOf,
} from './cluster-parts.mjs';

const CONNECTIONS = 24;

/** The platform's own process first, then the services, then the gateway. */
export async function processesOf(cluster) {
  const { directory, port, apart } = cluster;
  const named = [...commonServices(cluster), ...apart.flatMap((tenant) => servicesOf(tenant))];
  const names = ['platform', ...named.map(({ name }) => name)];
  const ports = { ...(await portsOf(directory, names)), gateway: port };
  const urlOf = (name) => `http://127.0.0.1:${ports[name]}`;
  const make = (name, file, env, args = []) =>
    new Process({ name, file, args, env, url: urlOf(name), log: join(directory, `logs/${name}.log`) });
  const telling = (user, name, tenant) => ({
    ...settingsOf({ ...common(cluster, urlOf), port: ports[name], user, ...servedBy(cluster, tenant) }),
    ...(cluster.postgresPortOf ? { POSTGRES_PORT: String(cluster.postgresPortOf(name)) } : {}),
  });
  const services = named.map(({ service, name, tenant }) =>
    make(name, `apps/${service}/dist/main.js`, {
      ...telling(userOf(service, tenant), name, tenant),
      ...(tenant ? passwordsOf(directory, tenant, service) : {}),
      ...(service === 'audit' ? wayToLogs(apart, tenant, urlOf) : {}),
    }),
  );
  return [
    platformOf(cluster, urlOf, make, telling('admin', 'platform')),
    ...services,
    gatewayOf(cluster, urlOf, make),
  ];
}

/** To the log of logs, from every group that does not serve the hub. */
function wayToLogs(apart, tenant, urlOf) {
  const isApart = apart.includes('hcmc');
  const keepsThem = tenant ? tenant === 'hcmc' : !isApart;
  return keepsThem ? {} : { LOG_OF_LOGS_URL: urlOf(isApart ? nameApart('hcmc', 'audit') : 'audit') };
}

function commonServices({ instances }) {
  return SERVICES.flatMap((service) =>
    Array.from({ length: instances[service] ?? 1 }, (_, index) => ({
      service,
      name: index === 0 ? service : `${service}-${index + 1}`,
    })),
  );
}

/** A group of processes for one tenant alone: its own user at the broker, and passwords of its own roles only. */
const nameApart = (tenant, service) => `${tenant}.${service}`;
const servicesOf = (tenant) =>
  SERVICES.map((service) => ({ service, tenant, name: nameApart(tenant, service) }));

/** The users at the broker: those of the common group and of each group apart. */
export const usersOf = (apart) =>
  [undefined, ...apart].flatMap((tenant) => [userOf('relay', tenant), userOf('other', tenant)]);

const userOf = (service, tenant) =>
  [service === 'relay' ? 'lk-relay' : 'lk-service', ...(tenant ? [tenant] : [])].join('-');

const servedBy = ({ apart }, tenant) => ({ tenants: tenant ?? allBut(apart) });
const allBut = (apart) => (apart.length === 0 ? '*' : `*-${apart.join('+')}`);

function principalsOf(apart) {
  const pair = (tenant, served) => [
    `relay:${userOf('relay', tenant)}=${served}`,
    `service:${userOf('other', tenant)}=${served}`,
  ];
  return [pair(undefined, allBut(apart)), ...apart.map((tenant) => pair(tenant, tenant))].flat().join(',');
}

/** Databases that are one for all tenants; what lies there of a tenant is wrapped by that tenant's key. */
const COMMON_ROLES = {
  agreement: ['lk_keys', 'lk_reads'],
  activity: ['lk_keys', 'lk_reads'],
  audit: ['lk_keys', 'lk_reads'],
};

function passwordsOf(directory, tenant, service) {
  const own = `lk_t_${tenant.replaceAll('-', '_')}__${service}`;
  const roles = ['lk_facts', own, ...(COMMON_ROLES[service] ?? [])];
  const file = join(directory, 'keys', `${nameApart(tenant, service)}.passwords`);
  const passwords = Object.fromEntries(roles.map((role) => [role, rolePassword(directory, role)]));
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return { POSTGRES_PASSWORDS_FILE: file, POSTGRES_SECRET_FILE: undefined };
}

function common({ directory, postgres, kafka, demo }, urlOf) {
  return {
    directory,
    postgres: postgres.address.port,
    kafka: kafka.brokers,
    issuer: `${urlOf('platform')}/oidc`,
    demo,
    connections: CONNECTIONS,
  };
}

/** It is its own provider of sign-in: no outside issuer is told. */
function platformOf({ directory, demo, brokers, apart }, urlOf, make, { OIDC_ISSUER: _own, ...settings }) {
  const env = {
    ...settings,
    PUBLIC_URL: urlOf('platform'),
    GATEWAY_URL: urlOf('gateway'),
    GATEWAY_SECRET_FILE: secretFile(directory, 'gateway'),
    KAFKA_PRINCIPALS: principalsOf(apart),
    KAFKA_REPLICAS: String(Math.min(3, brokers)),
  };
  return make('platform', 'apps/platform/dist/main.js', env, demo ? [] : ['--no-demo']);
}

function gatewayOf({ directory, port, apart }, urlOf, make) {
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
    ...(apart.length === 0 ? {} : { TENANT_URLS_FILE: tenantUrls(directory, apart, urlOf) }),
  });
}

function tenantUrls(directory, apart, urlOf) {
  const urlsOf = (tenant) => SERVICES.map((service) => [service, urlOf(nameApart(tenant, service))]);
  const file = join(directory, 'tenant-urls.json');
  const ways = apart.map((tenant) => [tenant, Object.fromEntries(urlsOf(tenant))]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(ways)));
  return file;
}
