import type { Catalogue } from '@lien-ket/service';

export const platformMessages: Catalogue = {
  vi: {
    'demo.moving': 'Ngày trình diễn đang được chuyển, chờ xong rồi thử lại.',
    'demo.notForward': 'Ngày trình diễn chỉ chuyển về phía trước (hiện là {day}).',
    'demo.tooFar': 'Mỗi lần chuyển không quá 800 ngày.',
    'account.exists': 'Tên đăng nhập này đã có.',
    'account.otherTenant': 'Tên đăng nhập phải bắt đầu bằng "{tenant}.".',
    'tenant.codeTaken': 'Mã {code} hiện là của {holder}: trong một ngày, mỗi mã chỉ của một đơn vị.',
    'tenant.ended': 'Theo danh mục các tỉnh, thành phố, đơn vị này đã kết thúc ngày {to}.',
    'tenant.exists': 'Mã đơn vị này đã có.',
    'tenant.notYet': 'Theo danh mục các tỉnh, thành phố, đơn vị này đến ngày {from} mới có.',
    'tenant.nothingToCorrect': 'Đơn vị đã mang mã {code}.',
    'tenant.otherFact': 'Danh mục các tỉnh, thành phố ghi là {known}.',
    'tenant.reserved': 'Mã này dành riêng cho nền tảng, hãy chọn mã khác.',
  },
  en: {
    'demo.moving': 'The demonstration day is being moved; try again when it is done.',
    'demo.notForward': 'The demonstration day only moves forward (it is {day}).',
    'demo.tooFar': 'At most 800 days in one move.',
    'account.exists': 'This login is taken.',
    'account.otherTenant': 'The login must begin with "{tenant}.".',
    'tenant.codeTaken': 'The code {code} belongs to {holder} at present: on one day a code is one tenant’s.',
    'tenant.ended': 'By the list of provinces this one ended on {to}.',
    'tenant.exists': 'This tenant exists already.',
    'tenant.notYet': 'By the list of provinces this one begins on {from}.',
    'tenant.nothingToCorrect': 'The authority has the code {code} already.',
    'tenant.otherFact': 'The list of provinces says {known}.',
    'tenant.reserved': 'This id belongs to the platform itself; choose another one.',
  },
};
