import { z } from 'zod';
import { agreementData } from './agreement.js';
import { command, nothing, type CommandContract } from './command-contract.js';
import { progressData } from './activity.js';
import { planChange, planContent } from './plan.js';
import { directiveData, documentData, organisationData, staffRole, workingGroupData } from './registers.js';
import { campaignData, reportBody } from './reporting.js';
import {
  cooperationField,
  documentRef,
  effectiveBasis,
  isoDate,
  partialDate,
  recipient,
  signer,
  tenantId,
  text,
  uuid,
} from './values.js';

const id = { id: uuid.optional() };
const reason = z.strictObject({ reason: text(2000) });
const reasons = z.strictObject({ reasons: text(2000) });
const noted = z.strictObject({ note: text(2000).optional() });
const WRITERS = ['officer', 'head', 'focal'] as const;
const inForce = { effectiveOn: isoDate.optional(), basis: effectiveBasis.optional() };

export const organisationCommands = {
  create: command(
    'Thêm cơ quan',
    'Register an organisation',
    ['admin', 'focal'],
    organisationData.extend(id),
  ),
  end: command(
    'Kết thúc hoạt động cơ quan',
    'End an organisation',
    ['admin', 'focal'],
    z.strictObject({
      endedOn: isoDate,
      successor: z.strictObject({ id: uuid.optional(), name: text(300) }).optional(),
      basis: text(600),
    }),
  ),
  confirmList: command(
    'Xác nhận danh sách của nhóm cơ quan',
    'Confirm the list of an open class',
    ['focal'],
    z.strictObject({ members: z.array(uuid).min(1).max(200) }),
  ),
};
export const staffCommands = {
  assign: command(
    'Phân công',
    'Assign a role',
    ['admin'],
    z.strictObject({
      assignmentId: uuid.optional(),
      account: uuid.optional(),
      organisationId: uuid,
      role: staffRole,
      from: isoDate,
      to: isoDate.optional(),
      basis: text(600),
    }),
  ),
  endAssignment: command(
    'Kết thúc phân công',
    'End an assignment',
    ['admin'],
    z.strictObject({ assignmentId: uuid, endedOn: isoDate, basis: text(600) }),
  ),
};
export const contactCommands = {
  create: command(
    'Thêm đầu mối liên hệ',
    'Register a contact',
    ['focal', 'admin', 'officer'],
    z.strictObject({
      ...id,
      office: z.strictObject({
        title: text(200).optional(),
        division: text(200).optional(),
        organisation: text(300),
        organisationId: uuid.optional(),
      }),
      name: text(200),
      phone: text(40).optional(),
      email: text(200).optional(),
    }),
  ),
};
export const documentCommands = {
  create: command(
    'Ghi nhận văn bản',
    'Record a document',
    ['clerk', 'focal', 'officer', 'region-coordinator'],
    documentData.extend(id),
  ),
};
export const directiveCommands = {
  create: command(
    'Ghi ý kiến chỉ đạo, giao nhiệm vụ',
    'Issue a directive',
    ['leader', 'clerk'],
    directiveData.extend(id),
  ),
};
export const workingGroupCommands = {
  create: command(
    'Thành lập Tổ công tác',
    'Establish a working group',
    ['focal', 'region-coordinator'],
    workingGroupData.extend(id),
  ),
};
export const agreementCommands = {
  create: command(
    'Ghi nhận thỏa thuận',
    'Record a signed agreement',
    ['focal', 'region-coordinator'],
    agreementData.extend(id),
  ),
  revise: command(
    'Sửa bản ghi thỏa thuận',
    'Revise the record',
    ['focal', 'region-coordinator'],
    z.strictObject({ content: agreementData, reason: text(1000) }),
  ),
  confirmOnPaper: command(
    'Ghi nhận xác nhận trên giấy',
    'Record a confirmation on paper',
    ['focal', 'region-coordinator'],
    z.strictObject({ party: text(300), document: documentRef.optional() }),
  ),
  close: command(
    'Kết thúc thỏa thuận',
    'Close an agreement',
    ['focal', 'region-coordinator'],
    z.strictObject({ closedOn: isoDate, document: documentRef.optional() }),
  ),
};
/** On an agreement that another tenant recorded: `POST /agreements/{id}/confirm | refuse` in one's own tenant. */
export const confirmationCommands = {
  confirm: command(
    'Xác nhận bản ghi khớp với văn bản',
    'Confirm that the record matches the paper',
    ['focal', 'leader'],
    z.strictObject({ version: z.int().min(1), hash: z.string() }),
  ),
  refuse: command(
    'Từ chối xác nhận',
    'Refuse to confirm',
    ['focal', 'leader'],
    z.strictObject({ version: z.int().min(1), hash: z.string(), reason: text(1000) }),
  ),
};
export const planCommands = {
  create: command(
    'Dự thảo kế hoạch',
    'Draft a plan',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({ ...id, content: planContent }),
  ),
  recordIssued: command(
    'Nhập kế hoạch đã ban hành trên giấy',
    'Enter a plan issued on paper',
    ['clerk', 'focal', 'region-coordinator'],
    z.strictObject({
      ...id,
      content: planContent,
      number: text(40).optional(),
      symbol: text(60).optional(),
      date: partialDate.optional(),
      place: text(120).optional(),
      signer: signer.optional(),
      ...inForce,
    }),
  ),
  revise: command(
    'Sửa dự thảo',
    'Revise the draft',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({ content: planContent }),
  ),
  consult: command(
    'Gửi lấy ý kiến',
    'Consult',
    ['focal', 'region-coordinator'],
    z.strictObject({
      organisations: z
        .array(z.strictObject({ printed: text(300), organisationId: uuid.optional() }))
        .min(1)
        .max(100),
      dueOn: isoDate.optional(),
    }),
  ),
  submit: command(
    'Trình ký',
    'Submit for signature',
    ['focal', 'head', 'region-coordinator'],
    z.strictObject({ note: text(2000).optional(), document: documentRef.optional() }),
  ),
  retract: command('Rút lại', 'Retract', ['focal', 'head', 'region-coordinator'], noted),
  sendBack: command('Trả lại để hoàn thiện', 'Send back', ['leader'], reasons),
  sign: command('Ký', 'Sign', ['leader'], z.strictObject({ signer })),
  issue: command(
    'Cấp số, ngày và ban hành',
    'Number and issue',
    ['clerk'],
    z.strictObject({
      number: text(40),
      symbol: text(60),
      date: partialDate,
      place: text(120).optional(),
      recipients: z.array(recipient).max(100).optional(),
      archiveLine: text(200).optional(),
      ...inForce,
    }),
  ),
  amend: command(
    'Quyết định điều chỉnh',
    'Decide an amendment',
    ['leader'],
    z.strictObject({
      amendmentId: uuid,
      document: documentRef,
      supersedes: z.array(uuid).max(100).default([]),
      ...inForce,
    }),
  ),
  rectify: command(
    'Đính chính',
    'Rectify form',
    ['clerk', 'leader'],
    z.strictObject({ document: documentRef, text: text(2000) }),
  ),
  recall: command(
    'Thu hồi',
    'Recall',
    ['leader', 'clerk'],
    z.strictObject({ document: documentRef, reason: text(2000), ...inForce }),
  ),
  end: command(
    'Thay thế, bãi bỏ, hủy bỏ',
    'End a plan',
    ['leader'],
    z.strictObject({
      how: z.enum(['replaced', 'repealed', 'annulled']),
      document: documentRef,
      reason: text(2000),
      ...inForce,
    }),
  ),
  correctEntry: command(
    'Sửa lỗi nhập liệu',
    'Correct our typing error',
    ['clerk', 'focal'],
    z.strictObject({
      corrects: uuid,
      reason: text(2000),
      effectiveOn: isoDate.optional(),
      changes: z.array(planChange).max(400).default([]),
      number: text(40).optional(),
      symbol: text(60).optional(),
      date: partialDate.optional(),
    }),
  ),
  close: command(
    'Tổng kết, đóng kế hoạch',
    'Close',
    ['focal'],
    z.strictObject({ document: documentRef.optional() }),
  ),
};
export const amendmentCommands = {
  create: command(
    'Đề nghị điều chỉnh, bổ sung',
    'Propose an amendment',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({ ...id, planId: uuid, reason: text(2000), changes: z.array(planChange).min(1).max(400) }),
  ),
  submit: command(
    'Trình đề nghị điều chỉnh',
    'Submit an amendment',
    ['focal', 'head', 'region-coordinator'],
    noted,
  ),
  retract: command('Rút đề nghị điều chỉnh', 'Retract an amendment', ['focal', 'head', 'officer'], noted),
  sendBack: command('Trả lại đề nghị điều chỉnh', 'Send an amendment back', ['leader'], reasons),
};
export const activityCommands = {
  progress: command('Ghi tiến độ', 'Record progress', [...WRITERS, 'region-coordinator'], progressData),
  suspend: command('Tạm dừng', 'Suspend', ['head', 'focal'], reason),
  resume: command('Tiếp tục', 'Resume', ['head', 'focal'], noted),
  reportDone: command(
    'Báo đã làm xong',
    'Report done',
    [...WRITERS],
    z.strictObject({ text: text(4000), doneOn: isoDate, evidence: z.array(uuid).max(20).default([]) }),
  ),
  confirmDone: command('Xác nhận hoàn thành', 'Confirm done', ['focal', 'head'], noted),
  refuseDone: command('Chưa công nhận hoàn thành', 'Refuse done', ['focal', 'head'], reasons),
};
export const difficultyCommands = {
  create: command(
    'Nêu khó khăn, vướng mắc',
    'Raise a difficulty',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({
      ...id,
      activityId: uuid.optional(),
      planId: uuid.optional(),
      text: text(4000),
      field: cooperationField.optional(),
    }),
  ),
  receive: command('Tiếp nhận', 'Receive', ['focal', 'region-coordinator'], noted),
  assign: command(
    'Giao xử lý',
    'Assign',
    ['focal', 'leader'],
    z.strictObject({ organisationId: uuid, dueOn: isoDate.optional(), note: text(2000).optional() }),
  ),
  takeMeasure: command(
    'Ghi biện pháp tháo gỡ',
    'Record a measure',
    [...WRITERS],
    z.strictObject({ text: text(4000) }),
  ),
  submitToCommittee: command(
    'Trình UBND',
    'Submit to the committee',
    ['focal'],
    z.strictObject({ text: text(4000) }),
  ),
  passToPartner: command(
    'Đề nghị bên đối tác phối hợp',
    'Pass to the other party',
    ['leader'],
    z.strictObject({ to: tenantId, text: text(4000), document: documentRef.optional() }),
  ),
  resolve: command('Đã tháo gỡ', 'Resolve', [...WRITERS], z.strictObject({ text: text(4000) })),
  confirmResolution: command('Xác nhận đã tháo gỡ', 'Confirm the resolution', [...WRITERS], noted),
  decline: command('Không giải quyết', 'Decline', ['leader'], reason),
  reopen: command('Mở lại', 'Reopen', [...WRITERS], reason),
  /** On a difficulty another tenant passed to us. */
  answer: command(
    'Trả lời bên đối tác',
    'Answer the other party',
    ['leader', 'focal', 'region-coordinator'],
    z.strictObject({ text: text(4000), document: documentRef.optional() }),
  ),
};
export const obligationCommands = {
  draftReport: command(
    'Soạn báo cáo',
    'Draft the report',
    [...WRITERS],
    z.strictObject({ report: reportBody }),
  ),
  sendReport: command('Gửi báo cáo', 'Send the report', ['head'], z.strictObject({ report: reportBody })),
  retractReport: command('Rút báo cáo', 'Retract the report', ['head'], noted),
  receiveReport: command(
    'Tiếp nhận báo cáo',
    'Receive the report',
    ['focal', 'officer', 'region-coordinator'],
    nothing,
  ),
  sendBackReport: command(
    'Trả lại báo cáo',
    'Send the report back',
    ['focal', 'region-coordinator'],
    z.strictObject({ note: text(2000), newDueOn: isoDate }),
  ),
  acceptReport: command(
    'Chấp nhận báo cáo',
    'Accept the report',
    ['focal', 'leader', 'region-coordinator'],
    nothing,
  ),
  requestExtension: command(
    'Xin gia hạn',
    'Ask for an extension',
    ['head', 'officer'],
    z.strictObject({ reason: text(2000), proposedOn: isoDate }),
  ),
  decideExtension: command(
    'Quyết định gia hạn',
    'Decide the extension',
    ['focal', 'leader', 'region-coordinator'],
    z.strictObject({ granted: z.boolean(), dueOn: isoDate.optional(), note: text(2000).optional() }),
  ),
  waive: command('Miễn báo cáo', 'Waive', ['focal'], reason),
  transfer: command(
    'Chuyển cơ quan kế thừa',
    'Transfer to the successor',
    ['focal', 'admin'],
    z.strictObject({ toId: uuid, basis: text(2000) }),
  ),
};
export const campaignCommands = {
  create: command(
    'Mở đợt yêu cầu báo cáo, đề xuất',
    'Launch a campaign',
    ['focal', 'head', 'region-coordinator'],
    campaignData.extend(id),
  ),
};
export const noticeCommands = {
  read: command(
    'Đánh dấu đã đọc',
    'Mark as read',
    ['officer', 'head', 'focal', 'leader', 'clerk', 'admin', 'auditor', 'region-coordinator'],
    nothing,
  ),
};

/** Every command of the HTTP interface by resource: the OpenAPI document and the access matrix are made from it. */
export const COMMANDS: Readonly<Record<string, Readonly<Record<string, CommandContract>>>> = {
  organisations: organisationCommands,
  staff: staffCommands,
  contacts: contactCommands,
  documents: documentCommands,
  directives: directiveCommands,
  'working-groups': workingGroupCommands,
  agreements: { ...agreementCommands, ...confirmationCommands },
  plans: planCommands,
  amendments: amendmentCommands,
  activities: activityCommands,
  difficulties: difficultyCommands,
  obligations: obligationCommands,
  campaigns: campaignCommands,
  notifications: noticeCommands,
};
