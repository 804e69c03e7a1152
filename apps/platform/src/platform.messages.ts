import type { Catalogue } from '@lien-ket/service';

export const platformMessages: Catalogue = {
  vi: {
    'demo.moving': 'Ngày trình diễn đang được chuyển, chờ xong rồi thử lại.',
    'demo.notForward': 'Ngày trình diễn chỉ chuyển về phía trước (hiện là {day}).',
    'demo.tooFar': 'Mỗi lần chuyển không quá 800 ngày.',
    'account.exists': 'Tên đăng nhập này đã có.',
    'account.otherTenant': 'Tên đăng nhập phải bắt đầu bằng "{tenant}.".',
    'tenant.codeTaken': 'Mã hành chính này đang là của {tenant}.',
    'tenant.exists': 'Mã đơn vị này đã có.',
    'tenant.notYet': 'Đơn vị này chỉ có từ {from}.',
    'tenant.otherFact': 'Dữ liệu tham chiếu ghi khác: {known}.',
    'tenant.reserved': 'Mã này dành riêng cho nền tảng, hãy chọn mã khác.',
  },
  en: {
    'demo.moving': 'The demonstration day is being moved; try again when it is done.',
    'demo.notForward': 'The demonstration day only moves forward (it is {day}).',
    'demo.tooFar': 'At most 800 days in one move.',
    'account.exists': 'This login is taken.',
    'account.otherTenant': 'The login must begin with "{tenant}.".',
    'tenant.codeTaken': 'This code is the one of {tenant} at present.',
    'tenant.exists': 'This tenant exists already.',
    'tenant.notYet': 'There is no such authority before {from}.',
    'tenant.otherFact': 'The reference data say otherwise: {known}.',
    'tenant.reserved': 'This id belongs to the platform itself; choose another one.',
  },
};
