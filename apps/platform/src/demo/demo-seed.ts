import type { Platform } from '../platform.js';
import { foundTenant } from '../founding.js';
import { demoId } from './demo-bodies.js';
import { demoFile, type OrganisationFact, type TenantFact } from './demo-files.js';
import { demoAccounts } from './demo-schedule.js';
import { firstDayOf } from './demo-step.js';

/** The people's committee of the demonstration data, and its administrator. */
export async function seedTenant(platform: Platform, { id }: TenantFact): Promise<void> {
  const committee = (demoFile<Record<string, OrganisationFact[]>>('organisations')[id] ?? []).find(
    ({ key }) => key === 'ubnd',
  );
  const admin = demoAccounts().find((account) => account.tenant === id && account.role === 'admin');
  if (!committee || !admin)
    throw new Error(`no committee or administrator of ${id} in the demonstration data`);
  await foundTenant(platform, id, {
    organisationId: demoId(id, 'organisation', 'ubnd'),
    committee,
    account: demoId('platform', 'account', admin.account),
    from: firstDayOf(id),
  });
}
