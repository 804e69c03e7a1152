import { z } from 'zod';
import { command } from './command-contract.js';
import { planChange } from './plan-change.js';
import { planContent } from './plan-content.js';
import { ENDINGS } from './plan.js';
import { documentRef, isoDate, partialDate, recipient, signer, text, uuid } from './values.js';

import { id, reasons, noted, WRITERS, inForce } from './command-parts.js';

/** Difficulties of the own tenant that an amendment answers. */
const answering = { difficulties: z.array(uuid).max(20).default([]) };

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
  comment: command(
    'Góp ý',
    'Comment',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({ agrees: z.boolean(), text: text(4000).optional(), itemId: uuid.optional() }),
  ),
  decideComment: command(
    'Tiếp thu, giải trình góp ý',
    'Decide a comment',
    ['focal', 'region-coordinator'],
    z.strictObject({ comment: uuid, takenOver: z.boolean(), reason: text(2000).optional() }),
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
  recordAmendment: command(
    'Nhập điều chỉnh đã ban hành trên giấy',
    'Enter an amendment issued on paper',
    ['clerk', 'focal', 'region-coordinator'],
    z.strictObject({
      document: documentRef,
      reason: text(2000),
      changes: z.array(planChange).min(1).max(400),
      supersedes: z.array(uuid).max(100).default([]),
      ...answering,
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
      how: z.enum(ENDINGS),
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
      place: text(120).optional(),
      signer: signer.optional(),
      /** What was typed and does not stand in the paper. */
      clear: z
        .array(z.enum(['number', 'symbol', 'date', 'place', 'signer']))
        .max(5)
        .default([]),
      /** Of an act after the issue: what its own paper says, as a whole. */
      document: documentRef.optional(),
      /** The reason, the text of a rectification and the way of ending that the paper states. */
      statedReason: text(2000).optional(),
      text: text(2000).optional(),
      how: z.enum(ENDINGS).optional(),
      /** Nhập nhầm: the act does not belong to this plan. Nothing else is corrected with it; the issue itself stays. */
      enteredInError: z.literal(true).optional(),
    }),
  ),
  close: command(
    'Tổng kết, đóng kế hoạch',
    'Close',
    ['focal'],
    z.strictObject({ document: documentRef.optional() }),
  ),
};
/** On a recalled plan, own or received: who had it says that the copy is marked. */
export const acknowledgementCommands = {
  acknowledgeRecall: command(
    'Xác nhận đã nhận thu hồi',
    'Acknowledge the recall',
    [...WRITERS, 'clerk', 'leader', 'region-coordinator'],
    noted,
  ),
};
export const amendmentCommands = {
  create: command(
    'Đề nghị điều chỉnh, bổ sung',
    'Propose an amendment',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({
      ...id,
      planId: uuid,
      reason: text(2000),
      changes: z.array(planChange).min(1).max(400),
      ...answering,
    }),
  ),
  revise: command(
    'Sửa đề nghị điều chỉnh',
    'Revise an amendment',
    [...WRITERS, 'region-coordinator'],
    z.strictObject({
      reason: text(2000),
      changes: z.array(planChange).min(1).max(400),
      ...answering,
    }),
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
