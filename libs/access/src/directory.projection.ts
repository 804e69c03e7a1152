import type { EntityManager } from 'typeorm';
import { idOf, unreachable, type Recorded } from '@lien-ket/kernel';
import {
  organisationEvents,
  staffEvents,
  type OrganisationEnd,
  type OrganisationEvent,
  type StaffEvent,
} from '@lien-ket/contracts';
import type { Projection } from '@lien-ket/read-model';
import { AssignmentRow, OrganisationRow } from './directory.rows.js';

type DirectoryEvent = OrganisationEvent | StaffEvent;

/** Organisations and dated rights, in every service. */
export const directoryProjection: Projection = {
  name: 'directory',
  types: [...Object.values(organisationEvents), ...Object.values(staffEvents)].map(({ type }) => type),
  tables: ['directory_assignment', 'directory_organisation'],
  apply: (rows, recorded) => applyDirectory(rows, [recorded]),
  applyAll: (rows, events) => applyDirectory(rows, events),
};

type Registered = Extract<OrganisationEvent, { type: 'lk.agreement.organisation.registered.v1' }>['data'];
type Assigned = Extract<StaffEvent, { type: 'lk.agreement.staff.assigned.v1' }>['data'];

/** New rows gather and are written together before the next change of one that may be among them. */
async function applyDirectory(rows: EntityManager, events: readonly Recorded[]): Promise<void> {
  let assignments: AssignmentRow[] = [];
  let organisations: OrganisationRow[] = [];
  const write = async (): Promise<void> => {
    if (assignments.length > 0) await rows.upsert(AssignmentRow, assignments, ['assignmentId']);
    if (organisations.length > 0) await rows.upsert(OrganisationRow, organisations, ['id']);
    assignments = [];
    organisations = [];
  };
  for (const recorded of events) {
    const id = idOf(recorded.stream);
    const event = { type: recorded.type, data: recorded.data } as DirectoryEvent;
    switch (event.type) {
      case 'lk.agreement.staff.assigned.v1':
        assignments.push(assignmentOf(id, event.data));
        break;
      case 'lk.agreement.organisation.registered.v1':
        organisations.push(organisationOf(id, recorded.revision, event.data));
        break;
      case 'lk.agreement.staff.assignmentEnded.v1':
      case 'lk.agreement.organisation.entryCorrected.v1':
      case 'lk.agreement.organisation.ended.v1':
      case 'lk.agreement.organisation.endCorrected.v1':
      case 'lk.agreement.organisation.listConfirmed.v1':
        await write();
        await change(rows, id, recorded.revision, event);
        break;
    }
  }
  await write();
}

function assignmentOf(account: string, data: Assigned): AssignmentRow {
  const { assignmentId, organisationId, role, from, to } = data;
  return { assignmentId, account, organisationId, role, validFrom: from, validTo: to ?? null };
}

function organisationOf(id: string, revision: number, data: Registered): OrganisationRow {
  return { id, revision, ...enteredOf(data), ...endOf(null), members: [] };
}

function enteredOf({ name, kind, aliases, parentId, outside }: Registered) {
  return { name, kind, aliases, parentId: parentId ?? null, outside };
}

function endOf(end: OrganisationEnd | null): Pick<OrganisationRow, 'endedOn' | 'successor' | 'successorId'> {
  const { endedOn = null, successor } = end ?? {};
  return { endedOn, successor: successor?.name ?? null, successorId: successor?.id ?? null };
}

async function change(
  rows: EntityManager,
  id: string,
  revision: number,
  event: Exclude<
    DirectoryEvent,
    { type: 'lk.agreement.staff.assigned.v1' | 'lk.agreement.organisation.registered.v1' }
  >,
): Promise<void> {
  switch (event.type) {
    case 'lk.agreement.staff.assignmentEnded.v1':
      await rows.update(AssignmentRow, event.data.assignmentId, { validTo: event.data.endedOn });
      return;
    case 'lk.agreement.organisation.entryCorrected.v1':
      await rows.update(OrganisationRow, id, { revision, ...enteredOf(event.data.content) });
      return;
    case 'lk.agreement.organisation.ended.v1':
      await rows.update(OrganisationRow, id, { revision, ...endOf(event.data) });
      return;
    case 'lk.agreement.organisation.endCorrected.v1':
      await rows.update(OrganisationRow, id, { revision, ...endOf(event.data.ended) });
      return;
    case 'lk.agreement.organisation.listConfirmed.v1':
      await rows.update(OrganisationRow, id, { revision, members: event.data.members });
      return;
  }
  unreachable(event);
}
