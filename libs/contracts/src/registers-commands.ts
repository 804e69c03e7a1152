import { z } from 'zod';
import { agreementData } from './agreement.js';
import { command } from './command-contract.js';
import { directiveData } from './directive.js';
import { documentData, organisationData, staffRole } from './registers.js';
import { rosterChange, workingGroupData } from './working-group.js';
import { documentRef, foreignRef, isoDate, text, uuid } from './values.js';

import { id, inForce } from './command-parts.js';

const organisationEnd = z.strictObject({
  endedOn: isoDate,
  successor: z.strictObject({ id: uuid.optional(), name: text(300) }).optional(),
  basis: text(600),
});
export const organisationCommands = {
  create: command(
    'Thêm cơ quan',
    'Register an organisation',
    ['admin', 'focal'],
    organisationData.extend(id),
  ),
  end: command('Kết thúc hoạt động cơ quan', 'End an organisation', ['admin', 'focal'], organisationEnd),
  correctEntry: command(
    'Sửa lỗi nhập liệu',
    'Correct our typing error',
    ['admin', 'focal'],
    z.strictObject({ reason: text(2000), content: organisationData }),
  ),
  correctEnd: command(
    'Sửa lỗi nhập liệu của ngày kết thúc',
    'Correct an end that was typed wrong',
    ['admin', 'focal'],
    z.strictObject({ reason: text(2000), ended: organisationEnd.nullable() }),
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
const contact = {
  office: z.strictObject({
    title: text(200).optional(),
    division: text(200).optional(),
    organisation: text(300),
    organisationId: uuid.optional(),
  }),
  name: text(200),
  phone: text(40).optional(),
  email: text(200).optional(),
};
const ofPerson = ['name', 'phone', 'email'];
export const contactCommands = {
  create: command(
    'Thêm đầu mối liên hệ',
    'Register a contact',
    ['focal', 'admin', 'officer'],
    z.strictObject({ ...id, ...contact }),
    { ofPerson },
  ),
  correctEntry: command(
    'Sửa lỗi nhập liệu',
    'Correct our typing error',
    ['focal', 'admin', 'officer'],
    z.strictObject({ reason: text(2000), ...contact }),
    { ofPerson },
  ),
};
export const documentCommands = {
  create: command(
    'Ghi nhận văn bản',
    'Record a document',
    ['clerk', 'focal', 'officer', 'region-coordinator'],
    documentData.extend(id),
  ),
  correctEntry: command(
    'Sửa lỗi nhập liệu',
    'Correct our typing error',
    ['clerk', 'focal', 'officer', 'region-coordinator'],
    z.strictObject({ reason: text(2000), content: documentData }),
  ),
};
const deadline = {
  dueOn: isoDate,
  /** Of those that the task names; without any, its lead. */
  organisationIds: z.array(uuid).min(1).max(100).optional(),
  document: documentRef.optional(),
  basis: text(600).optional(),
};
export const directiveCommands = {
  create: command(
    'Ghi ý kiến chỉ đạo, giao nhiệm vụ',
    'Issue a directive',
    ['leader', 'clerk'],
    directiveData.extend(id),
  ),
  correctEntry: command(
    'Sửa lỗi nhập liệu',
    'Correct our typing error',
    ['leader', 'clerk'],
    z.strictObject({ reason: text(2000), content: directiveData }),
  ),
  setDeadline: command(
    'Đặt thời hạn',
    'Set a deadline',
    ['leader', 'clerk'],
    z.strictObject({
      task: z.int().min(0).max(59).default(0),
      ...deadline,
    }),
  ),
  correctDeadline: command(
    'Sửa lỗi nhập liệu của thời hạn',
    'Correct a deadline that was typed wrong',
    ['leader', 'clerk'],
    z.strictObject({
      /** The event that set it. */
      corrects: uuid,
      reason: text(2000),
      /** Null where none was set. */
      deadline: z.strictObject(deadline).nullable(),
    }),
  ),
};
export const workingGroupCommands = {
  create: command(
    'Thành lập Tổ công tác',
    'Establish a working group',
    ['focal', 'region-coordinator'],
    workingGroupData.extend(id),
  ),
  placeUnder: command(
    'Ghi kế hoạch, thỏa thuận của Tổ công tác',
    'Name the plan or agreement of a working group',
    ['focal', 'region-coordinator'],
    z.strictObject({
      underPlan: foreignRef.optional(),
      underAgreement: foreignRef.optional(),
      reason: text(1000),
    }),
  ),
  changeRoster: command(
    'Kiện toàn Tổ công tác',
    'Change the roster of a working group',
    ['focal', 'region-coordinator'],
    z.strictObject({
      document: documentRef,
      changes: z.array(rosterChange).min(1).max(100),
      ...inForce,
    }),
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
  extend: command(
    'Gia hạn thỏa thuận',
    'Extend an agreement',
    ['focal', 'region-coordinator'],
    z.strictObject({ termTo: isoDate, document: documentRef, ...inForce }),
  ),
  correctExtension: command(
    'Sửa lỗi nhập liệu của gia hạn',
    'Correct an extension that was typed wrong',
    ['focal', 'region-coordinator'],
    z.strictObject({
      corrects: uuid,
      reason: text(1000),
      termTo: isoDate,
      document: documentRef,
      ...inForce,
    }),
  ),
  close: command(
    'Kết thúc thỏa thuận',
    'Close an agreement',
    ['focal', 'region-coordinator'],
    z.strictObject({
      closedOn: isoDate,
      document: documentRef.optional(),
      /** The event of the closing that was typed wrong; then with a reason. */
      corrects: uuid.optional(),
      reason: text(1000).optional(),
    }),
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
