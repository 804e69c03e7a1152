import type { ConnectionOf } from '@lien-ket/event-store';
import { secretIn } from '@lien-ket/service';

const NAME = 'EVENT_STORE_';
const FILE = '_FILE';
const SERVER = /^(kurrentdb|kurrent|kdb)(\+discover)?:\/\/./;

/**
 * On which event store each tenant is: `EVENT_STORE_<TENANT>` holds `postgres` (as without it) or the connection string
 * of the tenant's own KurrentDB; `EVENT_STORE_<TENANT>_FILE` names a file with it, since it carries a password.
 * @throws Error with one line per fault, none of which says what a connection string holds
 */
export function eventStoresOf(env: NodeJS.ProcessEnv = process.env): ConnectionOf {
  const servers = new Map<string, string>();
  const faults: string[] = [];
  for (const [name, given] of Object.entries(env)) {
    if (!name.startsWith(NAME) || given === undefined || given === '') continue;
    const tenant = name.slice(NAME.length).replace(new RegExp(`${FILE}$`), '');
    const value = name.endsWith(FILE) ? secretIn(given) : given;
    if (value === undefined) faults.push(`${name}: không đọc được tệp (the file can't be read)`);
    else if (servers.has(tenant)) faults.push(`${name}: đã có ${NAME}${tenant} (given twice)`);
    else if (value === 'postgres') continue;
    else if (SERVER.test(value)) servers.set(tenant, value);
    else faults.push(`${name}: phải là postgres hoặc kurrentdb://… (postgres or kurrentdb://…)`);
  }
  const shared = [...servers].find(([tenant, at]) =>
    [...servers].some(([other, same]) => other !== tenant && addressOf(same) === addressOf(at)),
  );
  if (shared) faults.push(`${NAME}${shared[0]}: mỗi đơn vị một cơ sở dữ liệu (one database per tenant)`);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return (tenantId) => servers.get(tenantId.toUpperCase().replaceAll('-', '_'));
}

/** Hosts and ports, without who signs in and how. */
function addressOf(connectionString: string): string {
  return connectionString.replace(/^[^/]+\/\/(.*@)?/, '').replace(/[/?].*$/, '');
}
