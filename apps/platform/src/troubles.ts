import { EmbeddedFault, NewerData } from '@lien-ket/read-model';
import { LedgerFault, type LedgerFaultCode } from '@lien-ket/vault';
import { InstanceRunning } from './instance.adapter.js';
import { ConfigFault } from './platform.config.js';
import { TenantsNotProvisioned } from './provisioning.js';

const DISK_FULL = 'Đĩa đã đầy: giải phóng chỗ rồi khởi động lại. Dữ liệu đã ghi vẫn còn nguyên.';
const UNKNOWN_HOST =
  'HOST không phải địa chỉ của máy này. Bỏ HOST để dùng 127.0.0.1, hoặc đặt HOST=0.0.0.0 để nhận từ mọi nơi.';
const NO_FOLDER =
  'DATA_DIR (hoặc một phần đường dẫn của nó) là tệp, không phải thư mục. Đặt DATA_DIR ở thư mục khác.';

const NO_PORT = 'Không được phép dùng cổng này. Chọn cổng từ 1024 trở lên, ví dụ: PORT=8080 npm start';

/** What the system answers by code, as a person who starts the platform should read it. */
const SENTENCES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Cổng đã có chương trình khác dùng. Chọn cổng khác, ví dụ: PORT=8081 npm start',
  EADDRNOTAVAIL: UNKNOWN_HOST,
  ENOTFOUND: UNKNOWN_HOST,
  EAI_AGAIN: UNKNOWN_HOST,
  EEXIST: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  ENOSPC: DISK_FULL,
  // PostgreSQL's own: disk_full.
  '53100': DISK_FULL,
};

const LEDGER: Readonly<Record<LedgerFaultCode, string>> = {
  missing: 'không có ở đó',
  older: 'cũ hơn sổ mà kho khóa đã biết',
  other: 'là sổ của một hệ thống khác',
  altered: 'đã bị sửa hoặc hỏng',
};

/** One clear sentence for every foreseeable trouble of a start; of another one all that is known. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ConfigFault) return error.message;
  if (error instanceof InstanceRunning)
    return `Liên Kết đang chạy trên thư mục dữ liệu này (tiến trình ${error.holder.pid}, cổng ${error.holder.port}; ghi trong ${error.file}). Dừng nó trước, hoặc đặt DATA_DIR khác.`;
  if (error instanceof TenantsNotProvisioned)
    return `Không cập nhật được cơ sở dữ liệu của: ${error.message}. Nhật ký nêu lý do của từng đơn vị; các đơn vị khác đã xong.`;
  if (error instanceof NewerData)
    return `Dữ liệu này do phiên bản mới hơn của Liên Kết ghi (${error.message}): hãy chạy phiên bản đó; không gì bị thay đổi.`;
  if (error instanceof LedgerFault)
    return `Sổ xóa dữ liệu cá nhân (${error.folder}) ${LEDGER[error.code]}. Chưa có khóa nào được mở, vì người đã được xóa có thể hiện lại: hãy đưa sổ mới nhất về chỗ đó (ERASURE_LEDGER). Nếu sổ đã mất hẳn: npm start -- --ledger-lost (the ledger of erasures is ${error.code}).`;
  const { message = '', code = '', syscall, stack }: Partial<NodeJS.ErrnoException> = error ?? {};
  if (message.includes('No space left on device')) return DISK_FULL;
  if (error instanceof EmbeddedFault) return ofPostgres(error);
  if (code === 'EACCES') return syscall === 'listen' ? NO_PORT : `Không có quyền ghi: ${message}`;
  return SENTENCES[code] ?? stack ?? (message || String(error));
}

function ofPostgres({ code, message }: EmbeddedFault): string {
  return code === 'postgres.notReachable'
    ? 'Người dùng hệ thống "postgres" không vào được thư mục dữ liệu. Đặt DATA_DIR ở nơi mọi người đi qua được (chmod 755), hoặc chạy không bằng root.'
    : `PostgreSQL không khởi động được (${code}): ${message}`;
}
