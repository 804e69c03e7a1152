import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import { LessThan } from 'typeorm';
import { FileRow } from './file.rows.js';

export class FileQueries {
  constructor(private readonly runtime: Runtime) {}

  /** Files stored before an instant that nothing names. */
  async unnamedBefore(ctx: Context, instant: Date): Promise<string[]> {
    const rows = await this.runtime.db.use(ctx, (db) =>
      db.getRepository(FileRow).findBy({ named: false, storedAt: LessThan(instant) }),
    );
    return rows.map(({ id }) => id);
  }
}
