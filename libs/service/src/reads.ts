import {
  clocks,
  compareQuery,
  comparisonFileQuery,
  contactCommands,
  ERASURE_READERS,
  rosterDay,
  tenantId,
  twoPoints,
  whyQuery,
} from '@lien-ket/contracts';
import { ROLES, type Role } from '@lien-ket/kernel';
import { z } from 'zod';
import { LISTS, type ListName } from './lists.js';
import type { Operation, Summary } from './operations.js';
import { wholeParams } from './page.js';

const API = '/api/v1';
const EVERYBODY = ROLES.filter((role) => role !== 'platform-admin');
const AUDITOR: readonly Role[] = ['auditor'];

/** A list of the table, with its filters and sorts. */
function list(name: Exclude<ListName, 'audit-events' | 'audit-reads'>, vi: string, en: string): Operation {
  const { query } = LISTS[name];
  return { ...get(name, `/${name}`, `${name}.list`, { vi, en }), query, answer: 'page' };
}

/** A list below a thing, whole or by the page's parameters only. */
function below(path: `/${string}`, vi: string, en: string, filters: z.ZodRawShape = {}): Operation {
  const tag = path.split('/')[1] ?? '';
  const operationId = `${tag}.list${capital(lastOf(path))}`;
  return { ...get(tag, path, operationId, { vi, en }), query: wholeParams.extend(filters), answer: 'page' };
}

function one(tag: string, vi: string, en: string, query?: z.ZodObject): Operation {
  return { ...get(tag, `/${tag}/{id}`, `${tag}.get`, { vi, en }), ...(query ? { query } : {}) };
}

function get(tag: string, path: string, operationId: string, summary: Summary): Operation {
  return { method: 'get', path: API + path, operationId, tag, summary, roles: EVERYBODY, answer: 'one' };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const lastOf = (path: string): string => path.split('/').at(-1) ?? '';

/** The reads of the interface. A service that adds a read adds its row here, or the access matrix fails. */
export function reads(): readonly Operation[] {
  return [...registers(), ...plans(), ...work(), ...reporting(), ...platform()];
}

function registers(): readonly Operation[] {
  return [
    list('organisations', 'Danh sách cơ quan', 'List organisations'),
    one('organisations', 'Xem cơ quan', 'Read an organisation'),
    list('staff', 'Phân công nhiệm vụ', 'List assignments'),
    list('contacts', 'Đầu mối liên hệ', 'List contacts'),
    // A person's name and phone: for those who keep the register.
    { ...one('contacts', 'Xem đầu mối liên hệ', 'Read a contact'), roles: contactCommands.create.roles },
    {
      ...list('erasures', 'Yêu cầu xóa dữ liệu cá nhân', 'List requests for erasure'),
      roles: ERASURE_READERS,
    },
    { ...one('erasures', 'Xem yêu cầu xóa dữ liệu', 'Read a request for erasure'), roles: ERASURE_READERS },
    {
      ...get('files', '/files/{id}', 'files.get', { vi: 'Tải tệp', en: 'Download a file' }),
      answer: 'file',
      besideLog: true,
    },
    list('documents', 'Danh sách văn bản', 'List documents'),
    one('documents', 'Xem văn bản', 'Read a document'),
    list('directives', 'Ý kiến chỉ đạo, giao nhiệm vụ', 'List directives'),
    one('directives', 'Xem ý kiến chỉ đạo', 'Read a directive'),
    list('working-groups', 'Tổ công tác', 'List working groups'),
    one('working-groups', 'Xem tổ công tác vào một ngày', 'Read a working group on a day', rosterDay),
    list('agreements', 'Thỏa thuận hợp tác', 'List agreements'),
    one('agreements', 'Xem thỏa thuận', 'Read an agreement', clocks),
  ];
}

function plans(): readonly Operation[] {
  const diffSummary = { vi: 'So sánh hai thời điểm của kế hoạch', en: 'Compare two points of a plan' };
  return [
    list('plans', 'Danh sách kế hoạch', 'List plans'),
    one('plans', 'Xem kế hoạch theo hai mốc thời gian', 'Read a plan by both clocks', clocks),
    below('/plans/{id}/items', 'Nội dung của kế hoạch', 'Items of a plan', clocks.shape),
    below('/plans/{id}/history', 'Lịch sử kế hoạch', 'History of a plan'),
    { ...get('plans', '/plans/{id}/diff', 'plans.diff', diffSummary), query: twoPoints },
    below('/plans/{id}/amendments', 'Đề nghị điều chỉnh của kế hoạch', 'Amendments of a plan'),
    list('amendments', 'Đề nghị điều chỉnh, bổ sung', 'List amendments'),
    one('amendments', 'Xem đề nghị điều chỉnh', 'Read an amendment'),
  ];
}

function work(): readonly Operation[] {
  return [
    list('activities', 'Danh sách hoạt động', 'List activities'),
    one('activities', 'Xem hoạt động', 'Read an activity'),
    below('/activities/{id}/progress', 'Tiến độ của hoạt động', 'Progress of an activity'),
    below('/activities/{id}/difficulties', 'Khó khăn của hoạt động', 'Difficulties of an activity'),
    list('participations', 'Phần tham gia hoạt động liên tỉnh', 'List participations'),
    one('participations', 'Xem phần tham gia', 'Read a participation'),
    list('difficulties', 'Khó khăn, vướng mắc', 'List difficulties'),
    one('difficulties', 'Xem khó khăn, vướng mắc', 'Read a difficulty'),
  ];
}

function reporting(): readonly Operation[] {
  return [
    list('obligations', 'Nghĩa vụ báo cáo', 'List report obligations'),
    one('obligations', 'Xem nghĩa vụ báo cáo', 'Read an obligation'),
    below('/obligations/{id}/sources', 'Báo cáo để tổng hợp', 'Reports to compile from'),
    list('reports', 'Báo cáo đã gửi', 'List reports'),
    list('debtor-lists', 'Danh sách nơi phải báo cáo', 'Lists of who owes a report'),
    one('debtor-lists', 'Xem danh sách nơi phải báo cáo', 'Read a list of who owes a report'),
    list('campaigns', 'Đợt yêu cầu báo cáo, đề xuất', 'List campaigns'),
    one('campaigns', 'Xem đợt yêu cầu', 'Read a campaign'),
    list('needs', 'Nhu cầu, đề xuất', 'List needs'),
    list('notifications', 'Thông báo của tôi', 'My notifications'),
  ];
}

function platform(): readonly Operation[] {
  const everybodyAndOperator: readonly Role[] = [...EVERYBODY, 'platform-admin'];
  const me = get('me', '/me', 'me.get', { vi: 'Tài khoản của tôi', en: 'My account' });
  const tenants = get('tenants', '/tenants', 'tenants.list', {
    vi: 'Các địa phương trên nền tảng',
    en: 'List tenants',
  });
  const overview = get('overview', '/overview', 'overview.get', {
    vi: 'Toàn cảnh các địa phương',
    en: 'Overview of the provinces',
  });
  const stream = get('stream', '/stream', 'stream.get', {
    vi: 'Luồng thay đổi (SSE)',
    en: 'Changes as server-sent events',
  });
  const demonstration = get('demonstration', '/demonstration', 'demonstration.get', {
    vi: 'Ngày trình diễn',
    en: 'The demonstration day',
  });
  return [
    { ...me, roles: everybodyAndOperator, anyAccount: true },
    { ...tenants, query: wholeParams, answer: 'page', roles: everybodyAndOperator, besideLog: true },
    overview,
    below('/overview/reports', 'Báo cáo các địa phương đã chia sẻ', 'Reports that provinces shared', {
      tenant: tenantId.optional(),
    }),
    ...histories(),
    ...audits(),
    { ...stream, answer: 'stream', besideLog: true },
    { ...demonstration, roles: everybodyAndOperator, besideLog: true },
  ];
}

function histories(): readonly Operation[] {
  const why = { vi: 'Vì sao một nội dung như hiện nay', en: 'Why a field says what it says' };
  const compare = { vi: 'So sánh hai thời điểm của một hồ sơ', en: 'Compare two points of a record' };
  const file = { vi: 'Bản so sánh dạng Word hoặc PDF', en: 'A comparison as Word or PDF' };
  return [
    list('history', 'Lịch sử thay đổi', 'History of changes'),
    { ...get('history', '/history/why', 'history.why', why), query: whyQuery },
    { ...get('history', '/history/compare', 'history.compare', compare), query: compareQuery },
    {
      ...get('history', '/history/comparison', 'history.comparison', file),
      query: comparisonFileQuery,
      answer: 'file',
    },
  ];
}

function audits(): readonly Operation[] {
  const rights = { vi: 'Danh sách quyền vào một ngày, dạng bảng', en: 'Rights on a day as a table file' };
  return [
    ...proofs(),
    {
      ...below('/audit/events', 'Nhật ký sự kiện của địa phương', "The tenant's log in order"),
      query: LISTS['audit-events'].query,
      roles: AUDITOR,
    },
    {
      ...below('/audit/rights', 'Ai có quyền gì vào một ngày', 'Who had which right on a day', clocks.shape),
      roles: AUDITOR,
    },
    {
      ...get('audit', '/audit/rights/file', 'audit.rightsFile', rights),
      query: clocks,
      answer: 'file',
      roles: AUDITOR,
    },
    {
      ...below('/audit/reads', 'Ai đã xem dữ liệu cá nhân', 'Who read personal data'),
      query: LISTS['audit-reads'].query,
      roles: AUDITOR,
      besideLog: true,
    },
  ];
}

/** Of the Merkle log: docs/audit-format.md. What they answer is signed up to the log's present end. */
function proofs(): readonly Operation[] {
  const read = (path: string, operationId: string, summary: Summary): Operation => ({
    ...get('audit', `/audit/${path}`, `audit.${operationId}`, summary),
    roles: AUDITOR,
    besideLog: true,
  });
  const seq = z.coerce.number().int().min(1);
  const file = (path: string, operationId: string, vi: string, en: string): Operation => {
    return { ...read(path, operationId, { vi, en }), answer: 'file' };
  };
  const ofLog = { vi: 'Chứng minh một sự kiện nằm trong nhật ký', en: 'Proof that an event is in the log' };
  const ofLogs = {
    vi: 'Nhật ký của các nhật ký: điểm kiểm đã nhận và đã từ chối',
    en: 'The log of logs: checkpoints that it took and refused',
  };
  const bundle = 'Tệp kiểm toán của kế hoạch, hoạt động hoặc toàn bộ nhật ký';
  return [
    file('checkpoint', 'checkpoint', 'Điểm kiểm có chữ ký của nhật ký', 'Signed checkpoint of the log'),
    file(
      'policy',
      'policy',
      'Khóa của nhật ký và các nhân chứng, cho chính sách kiểm toán',
      "The log's key and witnesses, for an audit policy",
    ),
    file('tile/{path}', 'tile', 'Một mảnh cây băm của nhật ký', "A tile of the log's hash tree"),
    { ...read('proof', 'proof', ofLog), query: z.object({ seq }) },
    read('logs', 'logs', ofLogs),
    {
      ...file('bundle', 'bundle', bundle, 'Audit file of a plan, an activity or the whole log'),
      query: z.object({ plan: z.uuid().optional(), activity: z.uuid().optional() }),
    },
  ];
}
