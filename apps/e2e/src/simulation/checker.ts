import { SILENT, LEADS, organisation } from './workload.js';
import { HUB, TENANTS, type World } from './world.adapter.js';

/** An event as it lies in the database, read past the code that is checked. */
export interface RawEvent {
  readonly seq: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly day: string;
  readonly data: Record<string, unknown>;
}

export interface Acknowledged {
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
}

const PROVINCES = TENANTS.filter((tenant) => tenant !== HUB);
/** Days on which someone who is silent is reminded: one day before the last day, and one day after it. */
const REMINDED = [
  ['obligationDueSoon', '2025-05-13'],
  ['obligationOverdue', '2025-05-15'],
] as const;

/** Written apart from the code that it checks: what must hold of the stored bytes when all has come to rest. */
export class Checker {
  readonly faults: string[] = [];
  private readonly logs = new Map<string, readonly RawEvent[]>();

  constructor(private readonly world: World) {}

  async check(acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
    for (const tenant of TENANTS) this.logs.set(tenant, await this.read(tenant));
    for (const tenant of TENANTS) this.numbered(tenant);
    for (const one of acknowledged) this.kept(one);
    for (const tenant of PROVINCES) {
      this.madeOnce(tenant);
      this.reminded(tenant);
      await this.obligationRows(tenant);
      await this.apart(tenant);
    }
    for (const from of TENANTS) for (const to of TENANTS) if (from !== to) this.carried(from, to);
    await this.overview();
    await this.nothingParked();
    return this.faults;
  }

  private log(tenant: string): readonly RawEvent[] {
    return this.logs.get(tenant) ?? [];
  }

  private demand(holds: boolean, fault: string): void {
    if (!holds) this.faults.push(fault);
  }

  private read(tenant: string): Promise<RawEvent[]> {
    return this.world.query<RawEvent>(
      tenant,
      `SELECT seq::int, stream, revision, id::text, type, business_date::text AS day,
              convert_from(data, 'UTF8')::json AS data
         FROM log.event ORDER BY seq`,
    );
  }

  /** Positions without a gap, revisions of each stream in order, no id twice. */
  private numbered(tenant: string): void {
    const next = new Map<string, number>();
    this.log(tenant).forEach(({ seq, stream, revision }, index) => {
      this.demand(seq === index + 1, `${tenant}: number ${seq} at place ${index + 1}`);
      const expected = next.get(stream) ?? 0;
      this.demand(revision === expected, `${tenant} ${stream}: revision ${revision} instead of ${expected}`);
      next.set(stream, expected + 1);
    });
    const ids = new Set(this.log(tenant).map(({ id }) => id));
    this.demand(ids.size === this.log(tenant).length, `${tenant}: an event is there twice`);
  }

  /** What was acknowledged is there. */
  private kept({ tenant, stream, revision }: Acknowledged): void {
    const found = this.log(tenant).filter((event) => event.stream === stream && event.revision === revision);
    this.demand(
      found.length === 1,
      `${tenant} ${stream}@${revision} was acknowledged: ${found.length} found`,
    );
  }

  /** One duty and one activity per agency, each notice once, each day once. */
  private madeOnce(tenant: string): void {
    const of = (type: string): readonly RawEvent[] => this.log(tenant).filter((event) => event.type === type);
    const debtors = of('lk.reporting.obligation.opened.v1').map(({ data }) => data['debtorId']);
    const wanted = LEADS.map((key) => organisation(tenant, key)).sort();
    this.demand(debtors.sort().join() === wanted.join(), `${tenant}: duties of ${debtors.join()}`);
    const planned = of('lk.activity.activity.planned.v1').length;
    this.demand(planned === LEADS.length, `${tenant}: ${planned} activities`);
    const said = this.notices(tenant).map(({ key }) => key);
    this.demand(
      new Set(said).size === said.length,
      `${tenant}: a notice was made twice: ${said.sort().join(' ')}`,
    );
    const openedTo = this.notices(tenant).filter(({ kind }) => kind === 'obligationOpened');
    this.demand(openedTo.length === LEADS.length, `${tenant}: ${openedTo.length} told of their duty`);
    const days = of('lk.relay.day.began.v1').map(({ data }) => data['date']);
    this.demand(new Set(days).size === days.length, `${tenant}: a day began twice`);
  }

  private notices(tenant: string) {
    return this.log(tenant)
      .filter(({ type }) => type === 'lk.notification.notice.notified.v1')
      .map(({ data, day }) => {
        const { kind, organisationId, link } = data as Record<'kind' | 'organisationId' | 'link', string>;
        return { kind, organisationId, day, key: [kind, organisationId, link, day].join('|') };
      });
  }

  /** Who was silent when a day began was reminded on it; who had answered before it was not. */
  private reminded(tenant: string): void {
    const log = this.log(tenant);
    for (const [kind, day] of REMINDED) {
      const began =
        log.find(({ type, data }) => type === 'lk.relay.day.began.v1' && data['date'] === day)?.seq ?? 0;
      for (const key of LEADS) {
        const debtor = organisation(tenant, key);
        const opened = log.find(
          ({ type, data }) => type.endsWith('obligation.opened.v1') && data['debtorId'] === debtor,
        );
        const sent = log.find(
          ({ type, stream }) => type.endsWith('reportSent.v1') && stream === opened?.stream,
        );
        const said = this.notices(tenant).filter(
          (one) => one.kind === kind && one.organisationId === debtor && one.day === day,
        ).length;
        const must = key === SILENT && (opened?.seq ?? Infinity) < began;
        const mayNot = (sent?.seq ?? Infinity) < began;
        this.demand(!must || said === 1, `${tenant} ${key}: ${said} × ${kind} on ${day}`);
        this.demand(!mayNot || said === 0, `${tenant} ${key} had answered: ${said} × ${kind} on ${day}`);
      }
    }
  }

  private async obligationRows(tenant: string): Promise<void> {
    const rows = await this.world.query<{ id: string; state: string }>(
      tenant,
      'SELECT id::text, state FROM reporting.obligation',
    );
    for (const { stream } of this.log(tenant).filter(({ type }) => type.endsWith('obligation.opened.v1'))) {
      const types = this.log(tenant)
        .filter((event) => event.stream === stream)
        .map(({ type }) => type);
      const expected = types.some((type) => type.endsWith('reportAccepted.v1'))
        ? 'accepted'
        : types.some((type) => type.endsWith('reportSent.v1'))
          ? 'sent'
          : 'open';
      const found = rows.find(({ id }) => stream.endsWith(id))?.state;
      this.demand(found === expected, `${tenant} ${stream}: row says ${found}, log says ${expected}`);
    }
  }

  /** No word of one province in the databases of another. */
  private async apart(tenant: string): Promise<void> {
    for (const other of PROVINCES.filter((one) => one !== tenant))
      for (const table of await this.world.tables(tenant)) {
        const text =
          table === 'log.event' ? `convert_from(data, 'UTF8') || convert_from(header, 'UTF8')` : 't::text';
        const [found] = await this.world.query<{ n: number }>(
          tenant,
          `SELECT count(*)::int AS n FROM ${table} t WHERE ${text} LIKE '%Kế hoạch ${other}%' OR ${text} LIKE '%${other} s%'`,
        );
        this.demand(found?.n === 0, `${tenant}: ${table} speaks of ${other}`);
      }
  }

  /** What is to be shared was numbered once, and arrived once, in that order. */
  private carried(from: string, to: string): void {
    const originOf = ({ data }: RawEvent): string => (data['origin'] as { eventId: string }).eventId;
    const shared = this.log(from)
      .filter(({ stream }) => stream === `share-${to}`)
      .map(originOf);
    const received = this.log(to)
      .filter(({ stream }) => stream === `received-${from}`)
      .map(originOf);
    this.demand(
      shared.join() === received.join(),
      `${from} → ${to}: ${shared.length} sent, ${received.length} received`,
    );
    const meant = this.log(from)
      .filter(({ stream, data }) => !stream.startsWith('share-') && sharedWith(data).includes(to))
      .map(({ id }) => id);
    this.demand(
      [...meant].sort().join() === [...shared].sort().join(),
      `${from} → ${to}: ${meant.length} to be shared, ${shared.length} shared`,
    );
  }

  /** HCMC's view is the fold of what the provinces meant to share. */
  private async overview(): Promise<void> {
    const rows = await this.world.query<{ key: string }>(
      'hcmc',
      `SELECT concat_ws('|', tenant, kind, id, state) AS key FROM reporting.overview_thing ORDER BY 1`,
    );
    const expected = new Map<string, string>();
    for (const tenant of PROVINCES)
      for (const { type, stream } of this.log(tenant)) {
        const [kind, state] = SEEN[type] ?? [];
        const id = stream.slice(-36);
        if (kind) expected.set(`${tenant}|${kind}|${id}`, `${tenant}|${kind}|${id}|${state}`);
      }
    const [seen, meant] = [rows.map(({ key }) => key).sort(), [...expected.values()].sort()];
    this.demand(seen.join() === meant.join(), `hcmc sees ${seen.length} things, ${meant.length} were shared`);
  }

  private async nothingParked(): Promise<void> {
    for (const tenant of TENANTS)
      for (const service of ['activity', 'reporting', 'notification', 'relay'])
        for (const table of ['parked', 'unread']) {
          const found = await this.world.query<{ reason: string }>(
            tenant,
            `SELECT reason FROM ${service}.${table}`,
          );
          this.demand(found.length === 0, `${tenant} ${service}: ${table}: ${found[0]?.reason}`);
        }
  }
}

/** What HCMC is to see of an event of a province; the last word counts. */
const SEEN: Readonly<Record<string, readonly [kind: string, state: string]>> = {
  'lk.agreement.plan.issued.v1': ['plan', 'issued'],
  'lk.activity.activity.planned.v1': ['activity', 'planned'],
  'lk.activity.activity.progressRecorded.v1': ['activity', 'inProgress'],
  'lk.reporting.obligation.reportAccepted.v1': ['report', 'accepted'],
};

function sharedWith(data: Record<string, unknown>): readonly string[] {
  return (data['sharedWith'] as string[] | undefined) ?? [];
}
