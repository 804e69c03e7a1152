import { languageOf, type Language } from '@lien-ket/service';

const vi = {
  title: 'Đăng nhập',
  platform: 'Liên Kết: phối hợp giữa Thành phố Hồ Chí Minh và các tỉnh',
  account: 'Tài khoản',
  password: 'Mật khẩu',
  submit: 'Đăng nhập',
  demo: 'Bản trình diễn: mật khẩu của mọi tài khoản là {password}',
  wrong: 'Tài khoản hoặc mật khẩu không đúng.',
  locked: 'Tài khoản tạm khóa đến {until} vì nhập sai nhiều lần.',
  weak: 'Mật khẩu mới cần ít nhất {min} ký tự, khác mật khẩu hiện tại và khác tên tài khoản.',
  unequal: 'Hai lần nhập mật khẩu mới không giống nhau.',
  change: 'Đổi mật khẩu lần đầu',
  changeWhy: 'Mật khẩu này do người khác đặt. Hãy đặt mật khẩu của riêng bạn để tiếp tục.',
  present: 'Mật khẩu hiện tại',
  next: 'Mật khẩu mới',
  repeat: 'Nhập lại mật khẩu mới',
  changeSubmit: 'Đổi mật khẩu và tiếp tục',
  signOut: 'Đăng xuất',
  signOutAsk: 'Đăng xuất khỏi nền tảng?',
  signInFailed: 'Lần đăng nhập này không tiếp tục được (có thể đã quá lâu hoặc đã mở ở cửa sổ khác).',
  again: 'Đăng nhập lại',
  noPortal: 'Chưa có cổng giao diện: hãy chạy npm run build rồi khởi động lại.',
  reference: 'Tài liệu giao diện lập trình',
  roles: 'Vai trò',
  parameters: 'Tham số',
  body: 'Nội dung gửi lên',
};

const en: typeof vi = {
  title: 'Sign in',
  platform: 'Liên Kết: cooperation between Ho Chi Minh City and the provinces',
  account: 'Account',
  password: 'Password',
  submit: 'Sign in',
  demo: 'Demonstration: the password of every account is {password}',
  wrong: 'Account or password is wrong.',
  locked: 'The account is locked until {until} after too many failures.',
  weak: 'The new password needs at least {min} characters and must differ from the present one and from the account.',
  unequal: 'The two entries of the new password differ.',
  change: 'Change the first password',
  changeWhy: 'Somebody else set this password. Choose your own to continue.',
  present: 'Present password',
  next: 'New password',
  repeat: 'New password again',
  changeSubmit: 'Change and continue',
  signOut: 'Sign out',
  signOutAsk: 'Sign out of the platform?',
  signInFailed: 'This sign-in cannot go on (it may be too old, or open in another window).',
  again: 'Sign in again',
  noPortal: 'There is no portal yet: run npm run build and start again.',
  reference: 'Programming interface',
  roles: 'Roles',
  parameters: 'Parameters',
  body: 'Body',
};

export type PageText = keyof typeof vi;
const TEXTS: Readonly<Record<Language, typeof vi>> = { vi, en };

export function pageText(
  language: Language,
  key: PageText,
  params: Readonly<Record<string, string>> = {},
): string {
  return TEXTS[language][key].replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
}

export const pageLanguage = languageOf;
