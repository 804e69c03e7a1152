import { z } from 'zod';
import { command } from './command-contract.js';
import { isoDate, tenantId, text } from './values.js';

/** What is done to the platform itself, or to a tenant's read models and parked messages. */
export const platformCommands = {
  createTenant: command(
    'Thêm đơn vị',
    'Add a tenant',
    ['platform-admin'],
    z.strictObject({
      id: tenantId,
      name: text(200),
      code: text(10).optional(),
      endsOn: isoDate.optional(),
      successor: tenantId.optional(),
    }),
  ),
  moveDay: command(
    'Chuyển ngày trình diễn',
    'Move the demonstration day',
    ['platform-admin', 'admin'],
    z.strictObject({ to: isoDate }),
  ),
  rebuild: command(
    'Dựng lại dữ liệu đọc',
    'Rebuild read models',
    ['admin'],
    z.strictObject({ service: text(40).optional(), projection: text(60).optional() }),
  ),
  redrive: command(
    'Xử lý lại thông điệp bị giữ',
    'Re-drive a parked message',
    ['admin'],
    z.strictObject({ reason: text(500) }),
  ),
};
