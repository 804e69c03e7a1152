import type { Context } from '@lien-ket/kernel';
import { In } from 'typeorm';
import { ErasedFileRow } from './erased-files.rows.js';
import type { Runtime } from './runtime.js';

/** Which of the files were erased, as far as the log goes now. */
export async function erasedOf(runtime: Runtime, ctx: Context, ids: readonly string[]): Promise<string[]> {
  await runtime.current(ctx);
  const rows = await runtime.db.use(ctx, (db) =>
    db.getRepository(ErasedFileRow).findBy({ id: In([...ids]) }),
  );
  return rows.map(({ id }) => id);
}
