// What must hold of the databases when all has come to rest, asked past the services: nothing acknowledged is lost,
// nothing is there twice, every stream in order, what was shared arrived once and in order, nothing was given up.
import pg from 'pg';
import { rolePassword } from '../cluster-parts.mjs';

const NUMBERED = `SELECT count(*)::int AS n FROM (SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM log.event) e WHERE seq <> place`;
const REVISIONS = `SELECT stream FROM log.event GROUP BY stream HAVING count(*) <> max(revision) + 1 OR min(revision) <> 0 LIMIT 1`;
const DISORDER = `SELECT stream FROM (SELECT stream, revision, lag(revision) OVER (PARTITION BY stream ORDER BY seq) AS before FROM log.event) e
                   WHERE revision <> coalesce(before, -1) + 1 LIMIT 1`;
const TWICE = `SELECT id FROM log.event GROUP BY id HAVING count(*) > 1 LIMIT 1`;
const ORIGINS = (category) => `SELECT substr(stream, ${category.length + 2}) AS other,
    array_agg(convert_from(data, 'UTF8')::json->'origin'->>'eventId' ORDER BY revision) AS ids
  FROM log.event WHERE stream LIKE '${category}-%' GROUP BY 1`;
const SERVICES = ['agreement', 'activity', 'reporting', 'notification', 'relay'];

export class Check {
  #clients = new Map();

  constructor(directory, port, tenants) {
    Object.assign(this, { directory, port, tenants });
  }

  /** Faults, in words; [] when all holds. */
  async faults(acknowledged) {
    const found = [];
    for (const tenant of this.tenants) {
      found.push(...(await this.#ordered(tenant)));
      found.push(
        ...(await this.#kept(
          tenant,
          acknowledged.filter((one) => one.tenant === tenant),
        )),
      );
      found.push(...(await this.#givenUp(tenant)));
    }
    return [...found, ...(await this.uncarried())];
  }

  /** Pairs whose crossings are not (yet) the same at both ends. */
  async uncarried() {
    const sent = new Map();
    const received = new Map();
    for (const tenant of this.tenants) {
      for (const { other, ids } of await this.#query(tenant, ORIGINS('share')))
        sent.set(`${tenant} → ${other}`, ids.join());
      for (const { other, ids } of await this.#query(tenant, ORIGINS('received')))
        received.set(`${other} → ${tenant}`, ids.join());
    }
    const looked = (pair) => pair.split(' → ').every((tenant) => this.tenants.includes(tenant));
    const pairs = new Set([...sent.keys(), ...received.keys()].filter(looked));
    return [...pairs]
      .filter((pair) => sent.get(pair) !== received.get(pair))
      .map((pair) => `${pair}: not the same`);
  }

  async close() {
    for (const client of this.#clients.values()) await client.end().catch(() => undefined);
    this.#clients.clear();
  }

  async #ordered(tenant) {
    const [{ n }] = await this.#query(tenant, NUMBERED);
    const [gap] = await this.#query(tenant, REVISIONS);
    const [disorder] = await this.#query(tenant, DISORDER);
    const [twice] = await this.#query(tenant, TWICE);
    return [
      n > 0 && `${tenant}: ${n} numbers out of place`,
      gap && `${tenant}: a gap in ${gap.stream}`,
      disorder && `${tenant}: ${disorder.stream} is out of order`,
      twice && `${tenant}: ${twice.id} is there twice`,
    ].filter(Boolean);
  }

  async #kept(tenant, acknowledged) {
    const rows = await this.#query(tenant, 'SELECT stream, revision, type FROM log.event');
    const counts = new Map();
    for (const { stream, revision, type } of rows)
      for (const key of [`${stream} ${type}`, `${stream} ${type} ${revision}`])
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return acknowledged
      .map(({ stream, type, revision }) =>
        [stream, type, revision].filter((part) => part !== undefined).join(' '),
      )
      .filter((key) => counts.get(key) !== 1)
      .map((key) => `${tenant}: ${key} was acknowledged, ${counts.get(key) ?? 0} found`);
  }

  async #givenUp(tenant) {
    const found = [];
    for (const service of SERVICES)
      for (const table of ['parked', 'unread']) {
        const [row] = await this.#query(tenant, `SELECT reason FROM ${service}.${table} LIMIT 1`);
        if (row) found.push(`${tenant} ${service} ${table}: ${row.reason}`);
      }
    return found;
  }

  async #query(tenant, sql) {
    const { rows } = await (await this.#client(tenant)).query(sql);
    return rows;
  }

  async #client(tenant) {
    const known = this.#clients.get(tenant);
    if (known) return known;
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: 'postgres',
      password: rolePassword(this.directory, 'postgres'),
      database: `lk_t_${tenant.replaceAll('-', '_')}`,
    });
    client.on('error', () => this.#clients.delete(tenant));
    await client.connect();
    this.#clients.set(tenant, client);
    return client;
  }
}
