import { uuid, type documentData } from '@lien-ket/contracts';
import type { Context } from '@lien-ket/kernel';
import type { Runtime } from '@lien-ket/runtime';
import type { z } from 'zod';
import type { Registered } from '../plan/plan.paper.js';
import { RegisterRow } from './register.rows.js';

/** A document of our register, or one that was shared with us; undefined where there is none of this id. */
export async function registeredAs(
  runtime: Runtime,
  ctx: Context,
  named: unknown,
): Promise<Registered | undefined> {
  const { success, data: id } = uuid.safeParse(named);
  if (!success) return undefined;
  const row = await runtime.db.use(ctx, (db) =>
    db.getRepository(RegisterRow).findOneBy({ id, kind: 'document' }),
  );
  if (!row) return undefined;
  const { kind, symbol, issuer } = row.data as unknown as z.infer<typeof documentData>;
  const [own] = await runtime.directory.byIds(ctx, issuer?.organisationId ? [issuer.organisationId] : []);
  return {
    kind,
    ...(symbol ? { symbol } : {}),
    ...(own && !own.outside ? { issuer: own.kind } : {}),
  };
}
