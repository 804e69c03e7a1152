import type { AgencyRef, PlanItem } from '@lien-ket/contracts';
import { inForce, type PlanAtPoint, type RecordedPlanEvent } from './plan-acts.js';

/** An event of a plan as it is stored: header and data in their JSON. */
export interface StoredPlanEvent {
  readonly header: string;
  readonly data: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
}

/** What a plan is on a day: its state in JSON, and its page as a person reads it. */
export interface PlanPage {
  readonly state: string;
  readonly text: string;
}

type Header = Pick<RecordedPlanEvent, 'id' | 'type' | 'businessDate' | 'effectiveOn' | 'basis'>;

/** Folds the stored events of one plan. @throws SyntaxError for bytes that are no JSON */
export function planPage(events: readonly StoredPlanEvent[], asOf: string): PlanPage {
  const at = inForce(events.map(recordedOf), { asOf });
  return { state: JSON.stringify(at), text: printedPlan(at) };
}

function recordedOf({ header, data, revision, recordedAt }: StoredPlanEvent): RecordedPlanEvent {
  const { id, type, businessDate, effectiveOn, basis } = JSON.parse(header) as Header;
  const place = { id, revision, businessDate, recordedAt: new Date(recordedAt).toISOString() };
  // The stream is a plan's by its name, so its events are of that union; an unknown type is no act and changes nothing.
  return { ...place, type, effectiveOn, basis, data: JSON.parse(data) as unknown } as RecordedPlanEvent;
}

const STATES: Readonly<Record<string, string>> = {
  draft: 'chưa có hiệu lực',
  issued: 'đang có hiệu lực',
  recalled: 'đã thu hồi',
  replaced: 'đã bị thay thế',
  repealed: 'đã bị bãi bỏ',
  annulled: 'đã bị hủy bỏ',
  closed: 'đã kết thúc',
};

/** The page in Vietnamese, as a document is printed: the same bytes for the same state, wherever it is made. */
export function printedPlan(at: PlanAtPoint): string {
  const { content, state, number, symbol, date, signer } = at;
  if (!content) return 'Kế hoạch chưa có hiệu lực.\n';
  const { title, legalBases, sections, items, archiveLine } = content;
  const day = date && [date.day, date.month, date.year].filter((part) => part !== undefined).join('/');
  return lines([
    `KẾ HOẠCH ${title}`,
    `Số: ${number ?? '…'}${symbol ? `/${symbol}` : ''}`,
    [at.place, day && `ngày ${day}`].filter(Boolean).join(', '),
    `Tình trạng: ${STATES[state] ?? state}`,
    ...legalBases.map((basis) => `Căn cứ ${basis}`),
    ...sections.flatMap((section) => [
      [section.printedNumber, section.title].filter(Boolean).join(' '),
      led('Chủ trì', section.leads),
      ...items.filter(({ sectionId }) => sectionId === section.id).flatMap(itemLines),
    ]),
    signer?.title ?? '',
    signer?.name ?? '',
    archiveLine ?? '',
  ]);
}

function itemLines(item: PlanItem): string[] {
  return [
    `  ${[item.printedNumber, item.text].filter(Boolean).join('. ')}`,
    led('    Chủ trì', item.leads),
    led('    Phối hợp', item.coordinators),
    item.deliverable ? `    Sản phẩm: ${item.deliverable}` : '',
    item.time ? `    Thời gian: ${item.time}` : '',
    item.note ? `    Ghi chú: ${item.note}` : '',
    ...item.subTasks.map((task) => `    - ${task}`),
  ];
}

function led(what: string, agencies: readonly AgencyRef[]): string {
  return agencies.length === 0 ? '' : `${what}: ${agencies.map(({ printed }) => printed).join(', ')}`;
}

function lines(given: readonly string[]): string {
  return `${given.filter((line) => line !== '').join('\n')}\n`;
}
