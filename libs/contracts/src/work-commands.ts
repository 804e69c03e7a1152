import { z } from 'zod';
import { command, nothing } from './command-contract.js';
import { activityRef, progressBody } from './activity.js';
import { campaignData } from './campaign.js';
import { reportBody } from './reporting.js';
import { cooperationField, documentRef, isoDate, tenantId, text, uuid } from './values.js';

import { id, reason, reasons, noted, WRITERS } from './command-parts.js';

const progressCorrection = progressBody.extend({ corrects: uuid, reason: text(2000) });
export const activityCommands = {
  progress: command('Ghi tiến độ', 'Record progress', [...WRITERS, 'region-coordinator'], progressBody),
  correctEntry: command(
    'Sửa lỗi nhập liệu của tiến độ',
    'Correct a typing error in the progress',
    [...WRITERS, 'region-coordinator'],
    progressCorrection,
  ),
  suspend: command('Tạm dừng', 'Suspend', ['head', 'focal'], reason),
  resume: command('Tiếp tục', 'Resume', ['head', 'focal'], noted),
  reportDone: command(
    'Báo đã làm xong',
    'Report done',
    [...WRITERS],
    z.strictObject({ text: text(4000), doneOn: isoDate, evidence: z.array(uuid).max(20).default([]) }),
  ),
  confirmDone: command('Xác nhận hoàn thành', 'Confirm done', ['focal', 'head'], noted),
  unconfirmDone: command('Rút xác nhận hoàn thành', 'Take a confirmation back', ['focal', 'head'], reason),
  refuseDone: command('Chưa công nhận hoàn thành', 'Refuse done', ['focal', 'head'], reasons),
  postpone: command(
    'Lùi thời gian',
    'Postpone',
    ['head', 'focal'],
    z.strictObject({ reason: text(2000), until: isoDate.optional() }),
  ),
  carryOver: command(
    'Chuyển tiếp sang kế hoạch sau',
    'Carry over to a later plan',
    ['focal'],
    z.strictObject({ planId: uuid, itemId: uuid, note: text(2000).optional() }),
  ),
  linkSameAs: command(
    'Ghi nhận cùng một việc với hoạt động khác',
    'Link as the same work',
    ['focal', 'region-coordinator'],
    z.strictObject({ with: activityRef, reason: text(2000) }),
  ),
  unlinkSameAs: command(
    'Bỏ ghi nhận cùng một việc',
    'Unlink the same work',
    ['focal', 'region-coordinator'],
    z.strictObject({ with: activityRef, reason: text(2000) }),
  ),
  takeOver: command(
    'Tiếp nhận kết quả bên tham gia báo',
    'Take over what a participant reported',
    ['focal', 'head', 'region-coordinator'],
    z.strictObject({ participationId: uuid }),
  ),
};
const PARTICIPANTS = [...WRITERS, 'region-coordinator'] as const;
export const participationCommands = {
  create: command(
    'Tham gia hoạt động của đơn vị bạn',
    'Take part in an activity of another tenant',
    [...PARTICIPANTS],
    z.strictObject({
      /** The activity as received here. */
      activityId: uuid,
      role: z.enum(['lead', 'coordinate', 'attend']),
      note: text(2000).optional(),
    }),
  ),
  progress: command(
    'Ghi tiến độ phần tham gia',
    'Record progress of our part',
    [...PARTICIPANTS],
    progressBody,
  ),
  correctEntry: command(
    'Sửa lỗi nhập liệu của tiến độ phần tham gia',
    'Correct a typing error in the progress of our part',
    [...PARTICIPANTS],
    progressCorrection,
  ),
  reportDone: command(
    'Báo phần tham gia đã xong',
    'Report our part done',
    [...PARTICIPANTS],
    z.strictObject({ text: text(4000), doneOn: isoDate }),
  ),
  propose: command(
    'Đề xuất với đơn vị chủ trì kế hoạch',
    'Propose to the owner of the plan',
    [...PARTICIPANTS],
    z.strictObject({ text: text(4000) }),
  ),
  withdraw: command('Thôi tham gia', 'Withdraw', ['head', 'focal', 'region-coordinator'], reason),
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
  petition: command(
    'Kiến nghị cấp có thẩm quyền',
    'Petition a competent authority',
    ['leader'],
    z.strictObject({ organisationId: uuid, text: text(4000), document: documentRef }),
  ),
  recordAnswer: command(
    'Ghi ý kiến của cấp có thẩm quyền',
    "Record the authority's answer",
    ['focal', 'region-coordinator'],
    z.strictObject({ text: text(4000), document: documentRef.optional() }),
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
/** Whoever acts for the receiving organisation; where that is the people's committee, its leader. */
const RECEIVERS = ['focal', 'officer', 'head', 'region-coordinator', 'leader'] as const;
export const obligationCommands = {
  draftReport: command(
    'Soạn báo cáo',
    'Draft the report',
    [...WRITERS],
    z.strictObject({ report: reportBody }),
  ),
  sendReport: command('Gửi báo cáo', 'Send the report', ['head'], z.strictObject({ report: reportBody })),
  retractReport: command('Rút báo cáo', 'Retract the report', ['head'], noted),
  receiveReport: command('Tiếp nhận báo cáo', 'Receive the report', [...RECEIVERS], nothing),
  sendBackReport: command(
    'Trả lại báo cáo',
    'Send the report back',
    [...RECEIVERS],
    z.strictObject({ note: text(2000), newDueOn: isoDate }),
  ),
  acceptReport: command('Chấp nhận báo cáo', 'Accept the report', [...RECEIVERS], nothing),
  requestExtension: command(
    'Xin gia hạn',
    'Ask for an extension',
    ['head', 'officer'],
    z.strictObject({ reason: text(2000), proposedOn: isoDate }),
  ),
  decideExtension: command(
    'Quyết định gia hạn',
    'Decide the extension',
    [...RECEIVERS],
    z.strictObject({ granted: z.boolean(), dueOn: isoDate.optional(), note: text(2000).optional() }),
  ),
  urge: command('Đôn đốc', 'Urge', [...RECEIVERS], z.strictObject({ text: text(2000).optional() })),
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
  correctEntry: command(
    'Sửa lỗi nhập liệu',
    'Correct our typing error',
    ['focal', 'head', 'region-coordinator'],
    z.strictObject({ reason: text(2000), content: campaignData }),
  ),
  confirmDebtors: command(
    'Xác nhận nơi phải trả lời đợt yêu cầu',
    'Confirm who must answer a campaign',
    ['focal', 'head', 'region-coordinator'],
    z.strictObject({
      /** Which request of the campaign, counted from 0 in the printed order. */
      request: z.int().min(0).max(9).default(0),
      debtors: z.array(uuid).min(1).max(200),
    }),
  ),
};
export const debtorListCommands = {
  confirm: command(
    'Xác nhận danh sách nơi phải báo cáo',
    'Confirm who owes the report',
    ['focal'],
    z.strictObject({ debtors: z.array(uuid).min(1).max(200) }),
  ),
  correctEntry: command(
    'Sửa lỗi nhập liệu của danh sách',
    'Correct a list that was confirmed by mistake',
    ['focal'],
    z.strictObject({ reason: text(2000), debtors: z.array(uuid).min(1).max(200) }),
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
