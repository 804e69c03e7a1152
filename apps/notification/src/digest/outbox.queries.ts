import { IsNull, LessThan } from 'typeorm';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { OutboxRow } from './outbox.rows.js';

/** After so many attempts a mail is left for a person to look at; it stays readable here with its error. */
export const MAX_ATTEMPTS = 12;
const AT_ONCE = 20;

export class Outbox {
  constructor(private readonly runtime: Runtime) {}

  /** Puts a mail in once: what is there already stays as it is. */
  async put(ctx: Context, mail: Pick<OutboxRow, 'id' | 'address' | 'subject' | 'body'>): Promise<void> {
    await this.runtime.db.use(ctx, (db) =>
      db
        .getRepository(OutboxRow)
        .createQueryBuilder()
        .insert()
        .values({ ...mail, attempts: 0, error: null, sentOn: null })
        .orIgnore()
        .execute(),
    );
  }

  waiting(ctx: Context): Promise<OutboxRow[]> {
    return this.runtime.db.use(ctx, (db) =>
      db.getRepository(OutboxRow).find({
        where: { sentOn: IsNull(), attempts: LessThan(MAX_ATTEMPTS) },
        order: { attempts: 'ASC', id: 'ASC' },
        take: AT_ONCE,
      }),
    );
  }

  async sent(ctx: Context, { id, attempts }: OutboxRow): Promise<void> {
    const fields = { sentOn: ctx.businessDate, attempts: attempts + 1, error: null };
    await this.runtime.db.use(ctx, (db) => db.getRepository(OutboxRow).update(id, fields));
  }

  async failed(ctx: Context, { id, attempts }: OutboxRow, error: string): Promise<void> {
    const fields = { attempts: attempts + 1, error: error.slice(0, 500) };
    await this.runtime.db.use(ctx, (db) => db.getRepository(OutboxRow).update(id, fields));
  }
}
