import { AGREEMENT } from '@lien-ket/agreement/module';
import { ACTIVITY } from '@lien-ket/activity/module';
import { AUDIT } from '@lien-ket/audit/module';
import { NOTIFICATION } from '@lien-ket/notification/module';
import { REPORTING } from '@lien-ket/reporting/module';
import { RELAY } from '@lien-ket/relay/module';
import { EVENTS, categories } from '@lien-ket/contracts';
import { LOG_SCHEMA_SQL, readerLogSql, serviceLogSql } from '@lien-ket/event-store';
import type { ServiceSpec } from '@lien-ket/runtime';

/** Roles that see the whole log; all others see their view. */
const READERS = ['relay', 'audit'];

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
    READERS.includes(service) ? readerLogSql(service) : serviceLogSql(service),
  );
  const types = EVENTS.map(({ type, service, public: open }) => `('${type}', '${service}', ${open})`);
  const owned = categories().map(({ category, service }) => `('${category}', '${service}')`);
  return {
    logSql: [LOG_SCHEMA_SQL, ...sql],
    services: specs.map(({ service, migrations }) => ({ service, migrations })),
    registerSql: `
      INSERT INTO log.category VALUES ${owned.join(', ')} ON CONFLICT (category) DO NOTHING;
      INSERT INTO log.event_type VALUES ${types.join(', ')} ON CONFLICT (type) DO UPDATE SET public = excluded.public;`,
  };
}
