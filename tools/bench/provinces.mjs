// Commits in provinces while a cluster runs, and how long each takes until HCMC's overview shows it. Written by the real
// store under the activity service's role, so that the two cores are left to what is measured: everything after a commit.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { rolePassword } from '../cluster-parts.mjs';
import { NO_STREAM, appendEvents } from '../../libs/event-store/dist/index.js';
import { contextOfTenant } from '../../libs/messaging/dist/index.js';
import { Connections, PlatformFacts, databaseOf } from '../../libs/read-model/dist/index.js';
import { Runtime } from '../../libs/runtime/dist/index.js';
import { pause } from './figures.mjs';

export const HUB = 'hcmc';
const RAISED = 'lk.activity.difficulty.raised.v1';
const PLANNED = 'lk.activity.activity.planned.v1';
const LOOK_MS = 5;
/** What is not visible so long after the last commit never will be. */
const PATIENCE_MS = 60_000;
const TEMPLATE = `SELECT convert_from(data, 'UTF8')::json AS data, business_date::text AS day FROM log.event
  WHERE type = '${PLANNED}' ORDER BY seq DESC LIMIT 1`;
/** Rows and cursor of the overview are committed together: what the cursor has passed is seen. */
const SEEN = `SELECT substr(convert_from(e.data, 'UTF8')::json->'origin'->>'stream', 10) AS id, e.seq
  FROM reporting.cursor c JOIN log.event e ON e.seq > $1 AND e.seq <= c.seq
  WHERE c.name = 'overview' AND e.type = 'lk.relay.received.received.v1' ORDER BY e.seq`;

/** The provinces of a running cluster, and what is seen of them. */
export class Provinces {
  static async of(cluster, directory) {
    const provinces = new Provinces();
    const port = cluster.postgres.address.port;
    const passwordOf = (role) => rolePassword(directory, role);
    const address = { host: '127.0.0.1', port, maxConnections: 24, passwordOf };
    const facts = new PlatformFacts(address);
    const tenants = await facts.tenants();
    const connections = new Connections(address);
    Object.assign(provinces, { port, passwordOf, facts, connections, templates: new Map() });
    provinces.runtime = provinces.runtimeOf('activity', true);
    provinces.names = tenants.filter((one) => one !== HUB);
    for (const tenant of provinces.names) await provinces.#template(tenant);
    if (provinces.templates.size === 0) throw new Error('no province of the demonstration has an activity');
    return provinces;
  }

  runtimeOf(service, announces = false) {
    const clock = { now: () => new Date().toISOString(), businessDate: () => this.day ?? '2025-03-11' };
    const { connections } = this;
    const spec = { service, entities: [], projections: [], migrations: [] };
    return new Runtime(spec, { connections, clock, onAppend: () => undefined, announces });
  }

  async client(tenant) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port: this.port,
      user: 'postgres',
      password: this.passwordOf('postgres'),
      database: databaseOf(tenant),
    });
    await client.connect();
    return client;
  }

  /** A new activity as the province's last plan has them, or another's; shared with HCMC or nobody. Answers its id. */
  async commit(tenant, sharedWith = [HUB]) {
    const [any] = this.templates.values();
    const data = { ...(this.templates.get(tenant) ?? any), sharedWith };
    return { tenant, id: await this.#append(tenant, 'activity', { type: PLANNED, data }) };
  }

  /** A difficulty that somebody of the province raises: others of the province are notified. */
  raise(tenant) {
    const data = { text: 'Thiếu kinh phí', raisedBy: randomUUID(), example: false };
    return this.#append(tenant, 'difficulty', { type: RAISED, data });
  }

  async #append(tenant, category, event) {
    const id = randomUUID();
    const ctx = contextOfTenant(tenant, this.runtime.clock);
    const command = { id: randomUUID(), name: 'bench', hash: '' };
    const entry = { stream: `${category}-${id}`, command, events: [event], revision: NO_STREAM };
    await appendEvents(this.runtime.store, ctx, entry);
    return id;
  }

  async close() {
    await this.connections.close();
    await this.facts.close();
  }

  async #template(tenant) {
    const client = await this.client(tenant);
    const { rows } = await client.query(TEMPLATE);
    await client.end();
    if (!rows[0]) return;
    this.day = rows[0].day;
    this.templates.set(tenant, rows[0].data);
  }
}

/** Looks at HCMC's overview all the time: when each activity came into it, by id. */
export class Overview {
  seen = new Map();
  #stopped = false;

  static async watch(provinces) {
    const overview = new Overview();
    overview.client = await provinces.client(HUB);
    const { rows } = await overview.client.query('SELECT seq FROM log.head');
    overview.last = rows[0].seq;
    overview.looking = overview.#look();
    return overview;
  }

  async close() {
    this.#stopped = true;
    await this.looking;
    await this.client.end();
  }

  async #look() {
    while (!this.#stopped) {
      const { rows } = await this.client.query(SEEN, [this.last]);
      const now = performance.now();
      for (const { id } of rows) this.seen.set(id, now);
      this.last = rows.at(-1)?.seq ?? this.last;
      await pause(LOOK_MS);
    }
  }
}

/**
 * Open loop: each commit has its time, whether those before are done or not, and its wait counts from that time.
 * `rates`: commits per second of each province. Answers { commits: [{ tenant, due, seen }], lost }.
 */
export async function load(provinces, overview, rates, seconds) {
  const began = performance.now();
  const due = Object.entries(rates).flatMap(([tenant, rate]) =>
    Array.from({ length: Math.round(rate * seconds) }, (_, index) => ({
      tenant,
      after: (index * 1000) / rate,
    })),
  );
  due.sort((a, b) => a.after - b.after);
  const working = [];
  for (const { tenant, after } of due) {
    const wait = began + after - performance.now();
    if (wait > 1) await pause(wait);
    working.push(provinces.commit(tenant).then((commit) => ({ ...commit, due: began + after })));
  }
  const commits = await Promise.all(working);
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until;) {
    if (commits.every(({ id }) => overview.seen.has(id))) break;
    await pause(50);
  }
  const seen = commits.map((commit) => ({ ...commit, seen: overview.seen.get(commit.id) }));
  return {
    commits: seen.filter((one) => one.seen !== undefined),
    lost: seen.filter((one) => one.seen === undefined).length,
  };
}

/** Milliseconds from when each commit was due until it was seen. */
export const waits = (commits) => commits.map(({ due, seen }) => seen - due);

/** The same rate for each province, together `rate`. */
export function evenly(provinces, rate, names = provinces.names) {
  return Object.fromEntries(names.map((tenant) => [tenant, rate / names.length]));
}
