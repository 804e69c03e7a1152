import { organisationEvents, staffEvents } from '@lien-ket/contracts';
import { uuidFrom, type NewEvent } from '@lien-ket/kernel';
import { encodeEvents, NO_STREAM } from '@lien-ket/event-store';
import type { Platform } from '../platform.js';
import { demoId } from './demo-bodies.js';
import { demoFile, type OrganisationFact, type TenantFact } from './demo-files.js';
import { demoAccounts } from './demo-schedule.js';
import { firstDayOf } from './demo-step.js';

/**
 * What must be there before anybody can send a command: the people's committee and the right of its administrator.
 * The platform appends both as its own act; everything after is sent by people.
 */
export async function seedTenant(platform: Platform, tenant: TenantFact): Promise<void> {
  const { id } = tenant;
  const committee = (demoFile<Record<string, OrganisationFact[]>>('organisations')[id] ?? []).find(
    ({ key }) => key === 'ubnd',
  );
  const admin = demoAccounts().find((account) => account.tenant === id && account.role === 'admin');
  if (!committee || !admin)
    throw new Error(`no committee or administrator of ${id} in the demonstration data`);
  const organisationId = demoId(id, 'organisation', 'ubnd');
  await append(platform, id, `organisation-${organisationId}`, {
    type: organisationEvents.registered.type,
    data: { name: committee.name, kind: 'committee', aliases: committee.aliases ?? [], outside: false },
  });
  await append(platform, id, `staff-${demoId('platform', 'account', admin.account)}`, {
    type: staffEvents.assigned.type,
    data: {
      assignmentId: uuidFrom('assignment', id, 'admin'),
      organisationId,
      role: 'admin',
      from: firstDayOf(id),
      basis: 'Khởi tạo đơn vị',
    },
    effectiveOn: firstDayOf(id),
  });
}

async function append(platform: Platform, tenantId: string, stream: string, event: NewEvent): Promise<void> {
  const ctx = platform.system(tenantId);
  const { store } = platform.runtime('agreement');
  const command = { id: uuidFrom('seed', tenantId, stream), name: 'seed', hash: '' };
  await store.append(ctx, stream, encodeEvents(ctx, stream, command, [event]), NO_STREAM);
}
