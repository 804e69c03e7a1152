import { streamOf, uuidFrom, type NewEvent, type Role } from '@lien-ket/kernel';
import type { ObligationOpened } from '@lien-ket/contracts';

/** A few organisations and people of a province, and a duty of the first, as specs see them. */
export const DUTY = uuidFrom('scene', 'duty');
export const organisation = (key: string): string => uuidFrom('scene', 'organisation', key);
export const account = (key: string, role: Role): string => uuidFrom('scene', 'account', key, role);

export function people(): [string, NewEvent][] {
  const staff: [string, Role][] = [
    ['sct', 'officer'],
    ['sct', 'head'],
    ['syt', 'officer'],
    ['skhdt', 'focal'],
    ['skhdt', 'head'],
    ['ubnd', 'leader'],
    ['ubnd', 'clerk'],
  ];
  return [
    ...['sct', 'syt', 'skhdt', 'ubnd'].map((key): [string, NewEvent] => [
      streamOf('organisation', organisation(key)),
      {
        type: 'lk.agreement.organisation.registered.v1',
        data: { name: `Cơ quan ${key}`, kind: 'department', aliases: [key.toUpperCase()], outside: false },
      },
    ]),
    ...staff.map(([key, role]): [string, NewEvent] => [
      streamOf('staff', account(key, role)),
      assigned(key, role),
    ]),
  ];
}

function assigned(key: string, role: Role): NewEvent {
  return {
    type: 'lk.agreement.staff.assigned.v1',
    data: {
      assignmentId: uuidFrom('scene', key, role),
      organisationId: organisation(key),
      role,
      from: '2020-01-01',
      basis: 'specs',
    },
  };
}

export const opened = (fields: Partial<ObligationOpened> = {}): NewEvent => ({
  type: 'lk.reporting.obligation.opened.v1',
  data: {
    title: 'Báo cáo tình hình thực hiện Kế hoạch',
    debtorId: organisation('sct'),
    receiver: { printed: 'Sở KH&ĐT', organisationId: organisation('skhdt') },
    period: { key: '2023', label: 'Năm 2023' },
    dueOn: '2023-12-14',
    dueBasis: 'printed',
    headings: [],
    example: false,
    historic: false,
    ...fields,
  },
});
export const began = (date: string, load = false): NewEvent => ({
  type: 'lk.relay.day.began.v1',
  data: { date, load },
});
