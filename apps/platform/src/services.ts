import { AGREEMENT } from '@lien-ket/agreement/module';
import { ACTIVITY } from '@lien-ket/activity/module';
import { AUDIT } from '@lien-ket/audit/module';
import { NOTIFICATION } from '@lien-ket/notification/module';
import { REPORTING } from '@lien-ket/reporting/module';
import { RELAY } from '@lien-ket/relay/module';
import {
  LOG_SCHEMA_SQL,
  PLATFORM_REGISTRY,
  readerLogSql,
  registerSql,
  serviceLogSql,
} from '@lien-ket/event-store';
import type { ServiceSpec } from '@lien-ket/runtime';

export const SERVICE_SPECS: readonly ServiceSpec[] = [
  AGREEMENT,
  ACTIVITY,
  REPORTING,
  NOTIFICATION,
  RELAY,
  AUDIT,
];

/** What every tenant's database is made of. */
export function databasePlan(specs: readonly ServiceSpec[] = SERVICE_SPECS): {
  logSql: string[];
  services: { service: string; migrations: ServiceSpec['migrations'] }[];
  registerSql: string;
} {
  const sql = specs.map(({ service }) =>
    PLATFORM_REGISTRY.readers.includes(service) ? readerLogSql(service) : serviceLogSql(service),
  );
  return {
    logSql: [LOG_SCHEMA_SQL, ...sql],
    services: specs.map(({ service, migrations }) => ({ service, migrations })),
    registerSql: registerSql(PLATFORM_REGISTRY),
  };
}
