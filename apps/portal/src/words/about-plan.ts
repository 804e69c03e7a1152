import type { ForeignRef, PlanListItem } from '@lien-ket/contracts';

/** What names a plan as the matter: one that was shared with us is its owner's, and is said so. */
export function aboutPlan({ id, number, title, origin }: PlanListItem): ForeignRef {
  const printed = [number, title].filter(Boolean).join(' ').slice(0, 600);
  return { id, ...(origin ? { tenant: origin.tenant } : {}), printed };
}
