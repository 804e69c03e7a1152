import { z } from 'zod';
import { command, nothing } from './command-contract.js';
import { isoDate, newTenantId, tenantId, text } from './values.js';

/** A person who may sign in; what they may do is said by assignments (`staff`). */
const newAccount = z.strictObject({
  login: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/)
    .max(80),
  name: text(200),
});

/** What is done to the platform itself, or to a tenant's read models and parked messages. */
export const platformCommands = {
  createTenant: command(
    'Thêm đơn vị',
    'Add a tenant',
    ['platform-admin'],
    z.strictObject({
      id: newTenantId,
      name: text(200),
      code: text(10).optional(),
      endsOn: isoDate.optional(),
      successor: tenantId.optional(),
      /** Its first administrator: the login must begin with the tenant's id and a dot. */
      administrator: newAccount.optional(),
    }),
  ),
  correctTenant: command(
    'Sửa mã đơn vị nhập nhầm',
    "Correct a tenant's code",
    ['platform-admin'],
    z.strictObject({ code: text(10), reason: text(1000) }),
  ),
  createAccount: command('Thêm tài khoản đăng nhập', 'Add a sign-in account', ['admin'], newAccount),
  resetPassword: command('Cấp lại mật khẩu', 'Give a new one-time password', ['admin'], nothing),
  /** One day for all tenants: no administrator of one of them moves it for the others. */
  moveDay: command(
    'Chuyển ngày trình diễn',
    'Move the demonstration day',
    ['platform-admin'],
    z.strictObject({ to: isoDate }),
  ),
  rebuild: command(
    'Dựng lại dữ liệu đọc',
    'Rebuild read models',
    ['admin'],
    z.strictObject({ service: text(40).optional(), projection: text(60).optional() }),
  ),
  replaceKey: command('Thay khóa của đơn vị', "Replace the tenant's key", ['admin'], nothing),
  redrive: command(
    'Xử lý lại thông điệp bị giữ',
    'Re-drive a parked message',
    ['admin'],
    z.strictObject({ reason: text(500) }),
  ),
  discard: command(
    'Bỏ thông điệp bị giữ',
    'Discard a parked message',
    ['admin'],
    z.strictObject({ reason: text(500) }),
  ),
};
