import type { CommandOf, StaffEvent, staffCommands } from '@lien-ket/contracts';
import { DomainError, unreachable, type Decider } from '@lien-ket/kernel';
import type { Sent } from '@lien-ket/runtime';

/** The body of a command, without what came along with it. */
export function bodyOf<C extends Sent<{ readonly type: string }>>(command: C): Omit<C, 'type' | 'by' | 'on'> {
  const { type: _type, by: _by, on: _on, ...body } = command;
  return body;
}

export interface StaffFold {
  readonly assignments: readonly { readonly id: string; readonly to: string | null }[];
}

/** Phân công: dated rights of one account. Rights come from here, not from the token. */
export const staffDecider: Decider<
  StaffFold,
  Sent<CommandOf<typeof staffCommands>> & { readonly newId?: string },
  StaffEvent
> = {
  aggregate: 'staff',
  initialState: () => ({ assignments: [] }),
  decide(command, staff) {
    switch (command.type) {
      case 'assign': {
        const assignmentId = command.assignmentId ?? command.newId ?? '';
        if (staff.assignments.some(({ id }) => id === assignmentId))
          throw new DomainError('conflict', 'staff.assignmentExists');
        const { organisationId, role, from, to, basis } = command;
        if (to !== undefined && to < from)
          throw new DomainError('invalid', 'staff.endsBeforeBegin', { from }, [
            { pointer: '/to', code: 'staff.endsBeforeBegin', params: { from } },
          ]);
        return [
          {
            type: 'lk.agreement.staff.assigned.v1',
            data: { assignmentId, organisationId, role, from, to, basis },
            effectiveOn: from,
          },
        ];
      }
      case 'endAssignment': {
        const found = staff.assignments.find(({ id }) => id === command.assignmentId);
        if (!found) throw new DomainError('notFound', 'staff.assignmentUnknown');
        // A later day would give back a right that has been taken away: that is a new assignment.
        if (found.to !== null && found.to <= command.endedOn)
          throw new DomainError('conflict', 'staff.assignmentEnded', { day: found.to }, [
            { pointer: '/endedOn', code: 'staff.assignmentEnded' },
          ]);
        return [
          {
            type: 'lk.agreement.staff.assignmentEnded.v1',
            data: { assignmentId: command.assignmentId, endedOn: command.endedOn, basis: command.basis },
            effectiveOn: command.endedOn,
          },
        ];
      }
    }
    return unreachable(command);
  },
  evolve(staff, event) {
    switch (event.type) {
      case 'lk.agreement.staff.assigned.v1':
        return {
          assignments: [...staff.assignments, { id: event.data.assignmentId, to: event.data.to ?? null }],
        };
      case 'lk.agreement.staff.assignmentEnded.v1':
        return {
          assignments: staff.assignments.map((one) =>
            one.id === event.data.assignmentId ? { ...one, to: event.data.endedOn } : one,
          ),
        };
    }
    return unreachable(event);
  },
};
