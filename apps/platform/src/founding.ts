import { organisationEvents, staffEvents } from '@lien-ket/contracts';
import { uuidFrom, type NewEvent } from '@lien-ket/kernel';
import { NO_STREAM, encodeEvents } from '@lien-ket/event-store';
import type { Platform } from './platform.js';

export interface Founding {
  readonly organisationId: string;
  /** The people's committee, in whose name the first administrator acts. */
  readonly committee: { readonly name: string; readonly aliases?: readonly string[] };
  /** Pseudonym of the first administrator's account. */
  readonly account: string;
  readonly from: string;
}

/**
 * What must be there before anybody can send a command: the people's committee and the right of its administrator.
 * The platform appends both as its own act; everything after is sent by people. Twice is once.
 */
export async function foundTenant(platform: Platform, id: string, founding: Founding): Promise<void> {
  const { organisationId, committee, account, from } = founding;
  await append(platform, id, `organisation-${organisationId}`, {
    type: organisationEvents.registered.type,
    data: { name: committee.name, kind: 'committee', aliases: committee.aliases ?? [], outside: false },
  });
  await append(platform, id, `staff-${account}`, {
    type: staffEvents.assigned.type,
    data: {
      assignmentId: uuidFrom('assignment', id, 'admin'),
      organisationId,
      role: 'admin',
      from,
      basis: 'Khởi tạo đơn vị',
    },
    effectiveOn: from,
  });
}

async function append(platform: Platform, tenantId: string, stream: string, event: NewEvent): Promise<void> {
  const ctx = platform.system(tenantId);
  const { store } = platform.runtime('agreement');
  const command = { id: uuidFrom('seed', tenantId, stream), name: 'seed', hash: '' };
  await store.append(ctx, stream, encodeEvents(ctx, stream, command, [event]), NO_STREAM);
}
