import { tenantEvents, type TenantFacts } from '@lien-ket/contracts';
import { referenceFacts } from '@lien-ket/access';
import { appendEvents } from '@lien-ket/event-store';
import { DomainError, streamOf, uuidFrom, type IsoDate, type Uuid } from '@lien-ket/kernel';
import type { Platform } from '../platform.js';
import type { Tenant } from '../store/platform-store.js';
import { refuse, refuseOtherFacts, refuseTakenCode } from './tenant-facts.js';

/** Who corrects what, by which command. */
export interface Correction {
  readonly code: string;
  readonly reason: string;
  readonly by: string;
  readonly commandId: Uuid;
}

/**
 * The facts with the code as it ought to be. What the reference data know of an authority comes with it, since an
 * installation older than the check may have taken another end or successor too.
 */
export function correctedFacts(tenant: TenantFacts & { readonly id: string }, code: string): TenantFacts {
  const { id, endsOn, successor } = tenant;
  const known = referenceFacts(id);
  return { code, endsOn: known.endsOn ?? endsOn, successor: known.successor ?? successor };
}

/** @throws DomainError notFound; conflict tenant.otherFact, tenant.codeTaken, tenant.nothingToCorrect */
export function refuseCorrection(
  present: readonly Tenant[],
  { id, code }: { readonly id: string; readonly code: string },
  today: IsoDate,
): void {
  const tenant = tenantOf(present, id);
  const known = referenceFacts(id);
  if (known.code === undefined)
    refuseTakenCode(
      present.filter((one) => one.id !== id),
      code,
      today,
    );
  else refuseOtherFacts({ code }, known);
  if (same(correctedFacts(tenant, code), tenant)) refuse('tenant.nothingToCorrect', '/code', { code });
}

/** First told in the tenant's log, then done: taken up again after a crash, it finds what it told. */
export async function correctTenant(platform: Platform, id: string, correction: Correction): Promise<Tenant> {
  const { code, reason, by, commandId } = correction;
  const tenant = tenantOf(platform.store.present, id);
  const { code: was, endsOn, successor } = tenant;
  const [before, after] = [{ code: was, endsOn, successor }, correctedFacts(tenant, code)];
  const ctx = platform.system(id);
  const { store } = platform.runtime('agreement');
  const stream = streamOf('tenant', uuidFrom('tenant', id));
  const told = await store.read(ctx, stream);
  if (!told.some((event) => event.header.command.id === commandId)) {
    const events = [{ type: tenantEvents.corrected.type, data: { before, after, reason, by } }];
    const command = { id: commandId, name: 'correctEntry', hash: '' };
    await appendEvents(store, ctx, { stream, command, events, revision: told.length - 1 });
  }
  await platform.store.setFacts(id, after);
  return tenantOf(platform.store.present, id);
}

function tenantOf(present: readonly Tenant[], id: string): Tenant {
  const tenant = present.find((one) => one.id === id);
  if (!tenant) throw new DomainError('notFound', 'notFound');
  return tenant;
}

const same = (one: TenantFacts, other: TenantFacts): boolean =>
  one.code === other.code && one.endsOn === other.endsOn && one.successor === other.successor;
