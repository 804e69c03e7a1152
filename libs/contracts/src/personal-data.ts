import { foldForSearch } from '@lien-ket/kernel';

/** What free text holds of a person: what kind, and its beginning, enough to find it again. */
export interface PersonalData {
  readonly kind: 'phone' | 'email' | 'identity';
  readonly begins: string;
}

/** Between the groups of a number. */
const GAP = '[ .)–-]{1,2}';
/** Digits in groups, as people write them: `3 4` is three, a gap, and four; a leading 0 puts the gap first. */
const grouped = (forms: readonly string[]): string =>
  `(?:${forms.map((form) => form.split(' ').map(digits).join(GAP)).join('|')})`;
const digits = (count: string): string => (count === '0' ? '' : `\\d{${count}}`);

const ABROAD = '(?:\\+|\\b00)84\\)?[ .-]?(?:\\(0\\)|0)?';
const AT_HOME = `(?:\\(?0|\\(?${ABROAD})`;
/** Ranges in use since 2018: tax codes of companies (0301…, 0100…) are none of them. */
const MOBILE = '(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\\d)';
const SEVEN = grouped([
  ...['7', '0 7', '0 3 4', '0 4 3', '0 3 2 2', '0 2 2 3', '0 2 3 2'],
  ...['1 6', '1 3 3', '1 2 2 2', '1 2 4', '1 4 2', '2 5', '2 2 3', '2 3 2'],
]);
const EIGHT = grouped(['8', '0 8', '0 4 4', '0 2 3 3', '0 2 6', '0 4 2 2', '0 3 5', '1 7', '1 3 4', '1 4 3']);
const NUMBER = `(?:${AT_HOME}(?:${MOBILE}${SEVEN}|2[48]${EIGHT}|2\\d{2}${SEVEN})|84${MOBILE}\\d{7})`;
/** An amount, and a tax code, are told by the words beside them. */
const UNIT = ' ?(?:%|dong|vnd|usd|ty|trieu|nghin|ha|tan|m2|m3|km|kwh|luot|nguoi|dn|d)(?![a-z])';
const TAX_CODE = '(?<!(?:mst|ma so(?: thue| doanh nghiep| dn)?)[ :.]{0,3})';
const PHONE = new RegExp(`(?<!\\d|\\d[.,])${TAX_CODE}${NUMBER}(?!\\d|[.,]\\d|/[a-z]|${UNIT})`, 'u');

const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}/u;
/** Nine or twelve digits are an identity number only after its name. */
const IDENTITY =
  /(?:cccd|cmnd|cmtnd|can cuoc|chung minh (?:nhan dan|thu)|so dinh danh)[^\d]{0,40}?(?<!\d)(\d{12}|\d{9}|\d{3}(?: \d{3}){2,3})(?!\d|[.,]\d|\/[a-z]| ?\d| (?:nguoi|the|ho so|truong hop|cong dan|luot))/u;

/** Long hexadecimal ids, dates and addresses of pages: digits that are no number of a person. */
const ELSEWHERE = [
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{32,}\b/gu,
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/gu,
];
const PAGES = /https?:\/\/\S+/gu;

/**
 * Looks for a telephone number, an e-mail address or an identity number. The log never forgets and the other side reads
 * along, so what names a way to a person belongs into the register of contacts, encrypted with the person's own key.
 */
export function personalDataIn(text: string): PersonalData | undefined {
  const folded = ELSEWHERE.reduce((rest, pattern) => rest.replaceAll(pattern, ' | '), foldForSearch(text));
  const written = folded.replaceAll(PAGES, ' | ');
  return (
    found('email', EMAIL.exec(folded)?.[0]) ??
    found('identity', IDENTITY.exec(written)?.[1]) ??
    found('phone', PHONE.exec(written)?.[0])
  );
}

const found = (kind: PersonalData['kind'], match: string | undefined): PersonalData | undefined =>
  match === undefined ? undefined : { kind, begins: match.slice(0, 4) };
