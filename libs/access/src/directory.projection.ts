import type { EntityManager } from 'typeorm';
import { idOf, unreachable, type Recorded } from '@lien-ket/kernel';
import {
  organisationEvents,
  staffEvents,
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
  apply: (rows, recorded) => applyDirectory(rows, recorded),
};

async function applyDirectory(rows: EntityManager, recorded: Recorded): Promise<void> {
  const event = { type: recorded.type, data: recorded.data } as DirectoryEvent;
  switch (event.type) {
    case 'lk.agreement.staff.assigned.v1':
    case 'lk.agreement.staff.assignmentEnded.v1':
      return applyStaff(rows, idOf(recorded.stream), event);
    case 'lk.agreement.organisation.registered.v1':
    case 'lk.agreement.organisation.ended.v1':
    case 'lk.agreement.organisation.listConfirmed.v1':
      return applyOrganisation(rows, idOf(recorded.stream), recorded.revision, event);
  }
  unreachable(event);
}

async function applyStaff(rows: EntityManager, account: string, event: StaffEvent): Promise<void> {
  switch (event.type) {
    case 'lk.agreement.staff.assigned.v1': {
      const { assignmentId, organisationId, role, from, to } = event.data;
      await rows.save(AssignmentRow, {
        assignmentId,
        account,
        organisationId,
        role,
        validFrom: from,
        validTo: to ?? null,
      });
      return;
    }
    case 'lk.agreement.staff.assignmentEnded.v1':
      await rows.update(AssignmentRow, event.data.assignmentId, { validTo: event.data.endedOn });
  }
}

async function applyOrganisation(
  rows: EntityManager,
  id: string,
  revision: number,
  event: OrganisationEvent,
): Promise<void> {
  switch (event.type) {
    case 'lk.agreement.organisation.registered.v1': {
      const { name, kind, aliases, parentId, outside } = event.data;
      const blank = { endedOn: null, successor: null, successorId: null, members: [] };
      await rows.save(OrganisationRow, {
        id,
        revision,
        name,
        kind,
        aliases,
        parentId: parentId ?? null,
        outside,
        ...blank,
      });
      return;
    }
    case 'lk.agreement.organisation.ended.v1': {
      const { endedOn, successor } = event.data;
      await rows.update(OrganisationRow, id, {
        revision,
        endedOn,
        successor: successor?.name ?? null,
        successorId: successor?.id ?? null,
      });
      return;
    }
    case 'lk.agreement.organisation.listConfirmed.v1':
      await rows.update(OrganisationRow, id, { revision, members: event.data.members });
  }
}
