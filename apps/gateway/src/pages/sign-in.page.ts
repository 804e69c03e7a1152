import type { Language } from '@lien-ket/service';
import { escapeHtml, htmlPage, type HtmlPage } from './layout.js';
import { pageText, type PageText } from './texts.js';

export interface Fault {
  readonly key: PageText;
  readonly params?: Readonly<Record<string, string>>;
}

export interface SignInParts {
  readonly language: Language;
  readonly action: string;
  readonly nonce: string;
  readonly login: string;
  readonly fault?: Fault;
  /** Shown in the demonstration only. */
  readonly demoPassword?: string;
}

export function signInPage(parts: SignInParts): HtmlPage {
  const { language, action, nonce, login, demoPassword } = parts;
  const t = (key: PageText, params = {}): string => escapeHtml(pageText(language, key, params));
  const demo =
    demoPassword === undefined ? '' : `<p class="note">${t('demo', { password: demoPassword })}</p>`;
  const body = `<h1>${t('title')}</h1><p class="note">${t('platform')}</p>${faultOf(parts)}
<form method="post" action="${escapeHtml(action)}">
<label for="login">${t('account')}</label>
<input id="login" name="login" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="120" value="${escapeHtml(login)}"${login === '' ? ' autofocus' : ''}>
${passwordField('password', t('password'), 'current-password', login !== '')}
<button type="submit">${t('submit')}</button>
</form>${demo}`;
  return htmlPage({ language, title: pageText(language, 'title'), body, nonce });
}

export function changePasswordPage(parts: Omit<SignInParts, 'demoPassword'>): HtmlPage {
  const { language, action, nonce, login } = parts;
  const t = (key: PageText): string => escapeHtml(pageText(language, key));
  const body = `<h1>${t('change')}</h1><p>${t('changeWhy')}</p>${faultOf(parts)}
<form method="post" action="${escapeHtml(action)}">
<label for="login">${t('account')}</label>
<input id="login" name="login" autocomplete="username" readonly value="${escapeHtml(login)}">
${passwordField('password', t('present'), 'current-password', true)}
${passwordField('next', t('next'), 'new-password', false)}
${passwordField('repeat', t('repeat'), 'new-password', false)}
<button type="submit">${t('changeSubmit')}</button>
</form>`;
  return htmlPage({ language, title: pageText(language, 'change'), body, nonce });
}

/** `form` is the provider's own, with its token against forgery; the button belongs to it. */
export function logoutPage(language: Language, form: string, nonce: string): HtmlPage {
  const t = (key: PageText): string => escapeHtml(pageText(language, key));
  const button = `<button type="submit" form="op.logoutForm" name="logout" value="yes" autofocus>${t('signOut')}</button>`;
  const body = `<h1>${t('signOutAsk')}</h1>${form}${button}`;
  return htmlPage({ language, title: pageText(language, 'signOut'), body, nonce });
}

export function problemPage(language: Language, key: PageText, nonce: string): HtmlPage {
  const t = (text: PageText): string => escapeHtml(pageText(language, text));
  const body = `<h1>${t('title')}</h1><p class="fault" role="alert">${t(key)}</p><a class="button" href="/auth/sign-in">${t('again')}</a>`;
  return htmlPage({ language, title: pageText(language, 'title'), body, nonce });
}

function faultOf({ language, fault }: Pick<SignInParts, 'language' | 'fault'>): string {
  if (!fault) return '';
  return `<p class="fault" role="alert" id="fault">${escapeHtml(pageText(language, fault.key, fault.params))}</p>`;
}

function passwordField(name: string, label: string, autocomplete: string, focus: boolean): string {
  return `<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="password" autocomplete="${autocomplete}" required maxlength="200"${focus ? ' autofocus' : ''}>`;
}
