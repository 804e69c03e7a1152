import { staffEvents, type RightView, type StaffEvent } from '@lien-ket/contracts';
import { idOf, type Recorded } from '@lien-ket/kernel';
import { isKnown, type Point } from '@lien-ket/plan-acts';

export const STAFF_TYPES = Object.values(staffEvents).map(({ type }) => type as string);

type Right = Omit<RightView, 'organisation'>;

/** Who held which right on a day, as it was known then: given from that day or before, and not ended before it. */
export function rightsOn(events: readonly Recorded[], { asOf, knownAt }: Point): Right[] {
  const rights = new Map<string, Right>();
  for (const event of events) {
    const { businessDate } = event.header;
    if (isKnown({ businessDate, recordedAt: event.recordedAt }, knownAt)) take(rights, event);
  }
  return [...rights.values()].filter(({ from, to }) => from <= asOf && (to === null || to >= asOf));
}

function take(rights: Map<string, Right>, recorded: Recorded): void {
  const event = recorded as unknown as StaffEvent;
  if (event.type === 'lk.agreement.staff.assigned.v1') {
    const { assignmentId, organisationId, role, from, to = null, basis } = event.data;
    const { seq, header } = recorded;
    const account = idOf(recorded.stream);
    rights.set(assignmentId, {
      seq,
      account,
      organisationId,
      role,
      from,
      to,
      basis,
      givenOn: header.businessDate,
    });
    return;
  }
  const { assignmentId, endedOn } = event.data;
  const ended = rights.get(assignmentId);
  if (ended) rights.set(assignmentId, { ...ended, to: endedOn });
}

const HEADINGS = [
  'Tài khoản',
  'Cơ quan',
  'Vai trò',
  'Từ ngày',
  'Đến ngày',
  'Cơ sở',
  'Ghi nhận ngày',
  'Số thứ tự',
];

/** For spreadsheets: with the mark by which they see UTF-8, and no cell that they would take for a formula. */
export function rightsCsv(rights: readonly RightView[], roleName: (role: string) => string): string {
  const rows = rights.map((right) => [
    right.account,
    right.organisation ?? right.organisationId,
    roleName(right.role),
    right.from,
    right.to ?? '',
    right.basis,
    right.givenOn,
    String(right.seq),
  ]);
  const lines = [HEADINGS, ...rows].map((row) => row.map(cell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
