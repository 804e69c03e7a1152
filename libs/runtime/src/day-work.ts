import type { Context, Recorded } from '@lien-ket/kernel';
import type { ProjectionRunner, TenantDb } from '@lien-ket/read-model';

/** Conditions in SQL over the service's own rows; `$1` is the day that begins. */
export type DailyConditions = Readonly<Record<string, string>>;

interface Asked {
  readonly event: string;
  readonly position: number;
  readonly answers: Promise<Readonly<Record<string, boolean>>>;
}

/**
 * Whether a day that begins brings anything to the handlers of a service, asked in one statement for all of them: most
 * days bring nothing to most tenants, and each handler asking for itself would cost a round trip to hear so.
 */
export class DayWork {
  private readonly last = new Map<string, Asked>();

  constructor(
    private readonly db: TenantDb,
    private readonly runner: ProjectionRunner,
    private readonly conditions: DailyConditions,
  ) {}

  /** As of rows that hold everything before the message; asked again as soon as they have moved on. */
  async brings(ctx: Context, event: Recorded, name: string): Promise<boolean> {
    if (!(name in this.conditions)) throw new Error(`no daily condition ${name}`);
    if (this.runner.position(ctx) < event.seq) await this.runner.catchUp(ctx);
    const { last } = this;
    const position = this.runner.position(ctx);
    const known = last.get(ctx.tenantId);
    if (known?.event === event.header.id && known.position === position)
      return (await known.answers)[name] ?? false;
    const answers = this.ask(ctx, (event.data as { readonly date: string }).date);
    last.set(ctx.tenantId, { event: event.header.id, position, answers });
    answers.catch(() => last.delete(ctx.tenantId));
    return (await answers)[name] ?? false;
  }

  private async ask(ctx: Context, day: string): Promise<Readonly<Record<string, boolean>>> {
    const columns = Object.entries(this.conditions).map(([name, sql]) => `(${sql}) AS "${name}"`);
    const sql = `SELECT ${columns.join(', ')} FROM (SELECT $1::date) AS today`;
    const rows = await this.db.use(
      ctx,
      async (db) => (await db.query(sql, [day])) as Readonly<Record<string, boolean>>[],
    );
    return rows[0] ?? {};
  }
}
