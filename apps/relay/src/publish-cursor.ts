import type { Context } from '@lien-ket/kernel';
import type { OutboxCursor } from '@lien-ket/messaging';
import type { Runtime } from '@lien-ket/runtime';

/** Name of the row that says how far a tenant's log has been published. */
export const PUBLISHED = 'published';

/** Waits for the disk: what is said to be published was acknowledged before, and is never asked for again. */
export function publishCursor(runtime: Runtime): OutboxCursor {
  return {
    read: async (ctx: Context) => {
      const rows = await runtime.db.use(ctx, (db) =>
        db.query<{ seq: string }[]>('SELECT seq FROM cursor WHERE name = $1', [PUBLISHED]),
      );
      return Number(rows[0]?.seq ?? 0);
    },
    advance: async (ctx: Context, seq: number) => {
      await runtime.db.use(ctx, (db) =>
        db.query(
          `INSERT INTO cursor (name, seq) VALUES ($1, $2)
           ON CONFLICT (name) DO UPDATE SET seq = greatest(cursor.seq, excluded.seq)`,
          [PUBLISHED, seq],
        ),
      );
    },
  };
}
