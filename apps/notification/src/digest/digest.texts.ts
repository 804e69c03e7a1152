import { foldForSearch } from '@lien-ket/kernel';
import { formatDate, periodLabel, periodOfKey } from '@lien-ket/calendar';
import type { NOTICE_KINDS } from '@lien-ket/contracts';
import type { NoticeLine } from '../notice/notice.queries.js';

type Kind = (typeof NOTICE_KINDS)[number];

/** What a mail says of each kind. Texts that a person wrote (difficulties) are read on the platform only. */
const WORDS: Readonly<Record<Kind, { readonly text: string; readonly titled: boolean }>> = {
  planConsulted: { text: 'Được lấy ý kiến', titled: true },
  planSubmitted: { text: 'Kế hoạch trình ký', titled: true },
  planSentBack: { text: 'Kế hoạch bị trả lại để hoàn thiện', titled: true },
  planSigned: { text: 'Kế hoạch đã ký, chờ cấp số', titled: true },
  planIssued: { text: 'Kế hoạch đã ban hành', titled: true },
  amendmentSubmitted: { text: 'Đề nghị điều chỉnh chờ quyết định', titled: true },
  amendmentSentBack: { text: 'Đề nghị điều chỉnh bị trả lại', titled: true },
  planAmended: { text: 'Kế hoạch đã được điều chỉnh', titled: true },
  planRecalled: { text: 'Kế hoạch bị thu hồi, chờ xác nhận đã nhận', titled: true },
  obligationOpened: { text: 'Nghĩa vụ báo cáo mới', titled: true },
  obligationDueSoon: { text: 'Báo cáo sắp đến hạn', titled: true },
  obligationOverdue: { text: 'Báo cáo quá hạn', titled: true },
  obligationUrged: { text: 'Đôn đốc gửi báo cáo', titled: true },
  reportSent: { text: 'Có báo cáo gửi đến', titled: true },
  reportSentBack: { text: 'Báo cáo bị trả lại để bổ sung', titled: true },
  reportAccepted: { text: 'Báo cáo đã được chấp nhận', titled: true },
  extensionRequested: { text: 'Có đề nghị gia hạn', titled: true },
  extensionDecided: { text: 'Đã có quyết định về đề nghị gia hạn', titled: true },
  difficultyRaised: { text: 'Có khó khăn, vướng mắc mới', titled: false },
  difficultyAssigned: { text: 'Được giao xử lý khó khăn, vướng mắc', titled: false },
  difficultyReceivedFromPartner: { text: 'Bên đối tác đề nghị phối hợp', titled: false },
  difficultyAnswered: { text: 'Đã có ý kiến về khó khăn, vướng mắc', titled: false },
  activityReportedDone: { text: 'Hoạt động chờ xác nhận hoàn thành', titled: true },
  extensionToConfirm: { text: 'Gia hạn thỏa thuận chờ xác nhận', titled: true },
  agreementToConfirm: { text: 'Thỏa thuận chờ xác nhận', titled: true },
  planReceived: { text: 'Nhận được kế hoạch từ địa phương khác', titled: true },
  listToConfirm: { text: 'Danh sách nơi phải báo cáo chờ xác nhận', titled: true },
  directiveIssued: { text: 'Chỉ đạo mới được giao', titled: true },
  difficultySubmitted: { text: 'Khó khăn, vướng mắc trình Ủy ban', titled: false },
  difficultyResolved: { text: 'Khó khăn, vướng mắc đã được tháo gỡ, chờ xác nhận', titled: false },
  difficultyDeclined: { text: 'Khó khăn, vướng mắc không được giải quyết', titled: false },
  activityDoneConfirmed: { text: 'Hoạt động đã được xác nhận hoàn thành', titled: true },
  activityDoneUnconfirmed: { text: 'Đã rút xác nhận hoàn thành hoạt động', titled: true },
  activityDoneRefused: { text: 'Hoạt động chưa được công nhận hoàn thành', titled: true },
  obligationWaived: { text: 'Được miễn báo cáo', titled: true },
  obligationTransferred: { text: 'Nhận nghĩa vụ báo cáo của cơ quan trước', titled: true },
  successorAwaited: { text: 'Nghĩa vụ báo cáo chờ chuyển cơ quan kế thừa', titled: true },
  agreementConfirmed: { text: 'Thỏa thuận đã được một bên xác nhận', titled: true },
  obligationAdjusted: { text: 'Báo cáo thay đổi theo kế hoạch được điều chỉnh', titled: true },
  obligationReinstated: { text: 'Báo cáo lại phải gửi', titled: true },
  campaignListToConfirm: { text: 'Đợt yêu cầu chờ xác nhận nơi phải báo cáo', titled: true },
  difficultyPetitioned: { text: 'Khó khăn, vướng mắc đã kiến nghị cấp có thẩm quyền', titled: false },
  difficultyLedToAmendment: { text: 'Khó khăn, vướng mắc dẫn đến điều chỉnh kế hoạch', titled: false },
  planEntryCorrected: { text: 'Kế hoạch được sửa lỗi nhập liệu', titled: true },
  erasureRequested: { text: 'Yêu cầu xóa dữ liệu cá nhân chờ xem xét', titled: false },
  erasureAssessed: { text: 'Yêu cầu xóa dữ liệu cá nhân chờ duyệt', titled: false },
  erasureDueSoon: { text: 'Yêu cầu xóa dữ liệu cá nhân sắp hết thời hạn luật định', titled: false },
  erasureOverdue: { text: 'Yêu cầu xóa dữ liệu cá nhân quá thời hạn luật định', titled: false },
  participationJoined: { text: 'Đơn vị khác tham gia hoạt động', titled: true },
  participationProgress: { text: 'Bên tham gia ghi tiến độ', titled: true },
  participationReportedDone: { text: 'Bên tham gia báo đã xong phần việc', titled: true },
  participationProposed: { text: 'Bên tham gia có đề xuất', titled: true },
  participationWithdrawn: { text: 'Bên tham gia thôi tham gia hoạt động', titled: true },
  agreementRefused: { text: 'Một bên không xác nhận thỏa thuận', titled: true },
};

export function digestSubject(notices: number, day: string): string {
  return `Liên Kết: ${notices} thông báo ngày ${formatDate(day)}`;
}

export function digestBody(organisation: string, day: string, lines: readonly NoticeLine[]): string {
  return [
    `Kính gửi: ${organisation}`,
    '',
    `Các thông báo ngày ${formatDate(day)}:`,
    '',
    ...lines.map((line, index) => `${index + 1}. ${sentenceOf(line)}`),
    '',
    'Xem chi tiết trên nền tảng Liên Kết. Thư này được gửi tự động, mỗi ngày nhiều nhất một lần.',
    '',
  ].join('\n');
}

function sentenceOf({ kind, params, example }: NoticeLine): string {
  const { text, titled } = WORDS[kind as Kind] ?? { text: 'Thông báo', titled: false };
  const { dueOn, termTo } = params;
  const title = titleOf(params);
  const period = params['period'] ?? periodWords(params['periodKey']);
  const due = typeof dueOn === 'string' && dueOn !== '' ? `, hạn ${formatDate(dueOn)}` : '';
  const until = typeof termTo === 'string' ? `, gia hạn đến ${formatDate(termTo)}` : '';
  if (!titled) return `${example ? '[VÍ DỤ] ' : ''}${text}${due}`;
  const about = title ? `: ${title}${period ? ` (${period})` : ''}${due}${until}` : '';
  return `${example ? '[VÍ DỤ] ' : ''}${text}${about}`;
}

const CODED: Readonly<Record<string, string>> = {
  draftPlan: 'dự thảo kế hoạch',
  draftPlanSubmitted: 'dự thảo kế hoạch, tờ trình',
};

function titleOf({ title, titleCode, document }: NoticeLine['params']): string | number | undefined {
  return title ?? [CODED[String(titleCode)], document].filter(Boolean).join(' ');
}

/** A mail is written in Vietnamese; a key that is a mere date says nothing more than the due date. */
function periodWords(key: string | number | undefined): string {
  const period = periodOfKey(String(key));
  return period ? periodLabel(period) : '';
}

/** The office's address in the demonstration: its short name at the domain kept for examples. */
export function officeAddress(
  tenant: string,
  { id, name, aliases }: { id: string; name: string; aliases: readonly string[] },
): string {
  const words = foldForSearch(aliases[0] ?? name);
  const short = words.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  return `${(short === '' ? id : short).slice(0, 40)}.${tenant}@example.vn`;
}
