import type { Context, Role } from '@lien-ket/kernel';
import { successionOf } from '@lien-ket/access';
import type { Runtime } from '@lien-ket/runtime';

/** Who reads all obligations of the tenant; officers and heads see those of their organisations. */
const SEE_ALL: readonly Role[] = ['focal', 'leader', 'clerk', 'admin', 'auditor', 'region-coordinator'];

/** What a person may see, by organisation. */
export interface Viewer {
  readonly all: boolean;
  readonly auditor: boolean;
  readonly own: readonly string[];
  /** Own organisations and the ended ones whose receipts came to them. */
  readonly receiving: readonly string[];
}

export async function viewerOf(runtime: Runtime, ctx: Context): Promise<Viewer> {
  const own = [...new Set(ctx.assignments.map(({ organisationId }) => organisationId))];
  const organisations = await runtime.directory.organisations(ctx);
  const receiving = organisations
    .filter(({ id }) => successionOf(organisations, id, ctx.businessDate).some((one) => own.includes(one)))
    .map(({ id }) => id);
  return {
    all: ctx.assignments.some(({ role }) => SEE_ALL.includes(role)),
    auditor: ctx.assignments.some(({ role }) => role === 'auditor'),
    own,
    receiving: [...new Set([...own, ...receiving])],
  };
}
