import { foldForSearch } from '@lien-ket/kernel';

/** What free text holds of a person: what kind, and its beginning, enough to find it again. */
export interface PersonalData {
  readonly kind: 'phone' | 'email' | 'identity';
  readonly begins: string;
}

/** Digits in groups, as people write them: `3 4` is three, a gap, and four; a leading 0 puts the gap first. */
const grouped = (gap: string): string =>
  `(?:${GROUPS.map((form) => form.split(' ').map(digits).join(gap)).join('|')})`;
const digits = (count: string): string => (count === '0' ? '' : `\\d{${count}}`);
const GROUPS = [
  ...['7', '0 7', '0 3 4', '0 4 3', '0 3 2 2', '0 2 2 3', '0 2 3 2'],
  ...['1 6', '1 3 3', '1 2 2 2', '1 2 4', '1 4 2', '2 5', '2 2 3', '2 3 2'],
];

const GAP = '[ .()_*-]';
const ABROAD = '(?:\\+ ?|\\b00)84\\)?[ .-]{0,3}(?:\\(0\\)|0)?';
/** Ranges in use since 2018: tax codes of companies (0301…, 0100…) are none of them, and no switchboard (02…) is. */
const RANGE = '(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\\d)';
/** Behind a bare 84 no full stop parts the digits: 84.912.345.678 is an amount. */
const MOBILE = `(?:(?:\\(?0|\\(?${ABROAD})${RANGE}${grouped(`${GAP}{1,3}`)}|84[ -]?${RANGE}${grouped('[ -]')})`;
/** A comma or full stop with digits behind goes on as an amount, unless what follows is the next number. */
const PHONE = new RegExp(
  `(?<!\\d|\\d\\.|(?<!\\d\\d)\\d,)${MOBILE}(?!\\d|[.,](?!${MOBILE}(?!\\d))\\d| ?₫)`,
  'gu',
);
/** Digits each for itself, at least from the fifth on: a number if they are as many as one has, no row of figures. */
const APART = new RegExp(
  `(?<!\\d|\\d,)\\d{1,4}(?:${GAP}{1,3}\\d(?!\\d)){6,14}(?!${GAP}{1,3}\\d|[.,]\\d| ?₫)`,
  'gu',
);
const WHOLE = new RegExp(`^(?:0|(?:00)?84)${RANGE}\\d{7}$`, 'u');
/** The cells of a table, which tabs and lines part, are no digits of one number. */
const CELLS = /[\t\r\n]+/gu;
/** Words after which ten digits are the number of a company, a file, a project or a contract, or a place on a road. */
const CODE =
  /(?:\b(?:mst|msdn|ma (?:so )?(?:thue|doanh nghiep|dn|ho so|hs|du an|hop dong)|ma so|hop dong|hd so|gcndk(?:dn|kd)|dang ky (?:kinh doanh|doanh nghiep))(?: so)?(?: cua [^\d;,():]{1,40}:)?[ :.(-]{0,3}|\bkm ?|[a-z]\d{1,4}-)$/u;

const EMAIL = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64} ?@ ?(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}/gu;
const ENDING = '(?:com|net|org|info|vn|edu|gov)\\b';
const PROVIDER = '(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|icloud|proton(?:mail)?|zoho)\\b';
/** What stands for “@” and “.” in an address that no machine is to find; a lone “(a)” may also be an item of a law. */
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/%40|&#64;|&commat;| ?[([{<] ?(?:at|a ?-?cong|@) ?[)\]}>] ?/gu, '@'],
  [new RegExp(` (?:at|a ?-?cong) (?=[a-z0-9-]{1,63} (?:dot|cham) ${ENDING})`, 'gu'), '@'],
  [/ ?[([{<] ?(?:dot|cham|\.) ?[)\]}>] ?/gu, '.'],
  [new RegExp(`(?: (?:dot|cham) | ?\\. ?)(?=${ENDING})`, 'gu'), '.'],
  [/ a ?-?cong (?=[a-z0-9-]{1,63}\.)|(?<=[a-z0-9])[([{<]a[)\]}>](?=[a-z0-9-]{1,63}\.)/gu, '@'],
  [new RegExp(`(?: ?[([{<] ?a ?[)\\]}>] ?| (?:at|a) )(?=${PROVIDER})`, 'gu'), '@'],
];
const LETTER_BY_LETTER = /(?<![a-z0-9])(?:[a-z0-9._-] ){1,32}@(?: [a-z0-9.-](?![a-z0-9])){3,64}/gu;
const OF_AN_AGENCY = /[@ .]gov\.vn$/u;

/** Nine or twelve digits are an identity number only after its name. */
const IDENTITY =
  /(?:cccd|cmnd|cmtnd|can cuoc|chung minh (?:nhan dan|thu)|so dinh danh)[^\d]{0,40}?(\d(?:[ .-]?\d){11}|\d(?:[ .-]?\d){8})(?!\d|[ .,-]\d| ?₫| (?:nguoi|the|ho so|truong hop|cong dan|luot))/u;

/** Long hexadecimal ids, dates and addresses of pages: digits that are no number of a person. */
const ELSEWHERE = [
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{32,}\b/gu,
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?!\d)|(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/gu,
];
const PAGES = /https?:\/\/\S+/gu;

/** Before accents and capitals are gone: “ha” is a measure where “Hà” is a name, “đ” is money where “đ/c” is not. */
const UNIT =
  /(?<=\d ?)(?:%|₫|đ(?![/\p{L}])|đồng(?! chí|\p{L})|(?:VNĐ|VND|vnđ|USD|tỷ|tỉ|triệu|nghìn|ha|tấn|m2|m3|km|kWh)(?![\p{L}\d]))/gu;

/** One way of writing for all that look alike: other widths, what is not seen, dashes, dots, blanks; `₫` for all units. */
function written(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]/gu, '')
    .replaceAll('\u2800', ' ')
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .replaceAll(/[·•∙⋅・]/gu, '.')
    .replaceAll(/\s+/gu, ' ');
  return foldForSearch(plain.replaceAll(UNIT, '₫'));
}

/**
 * Looks for a mobile number, an e-mail address or an identity number. The log never forgets and the other side reads
 * along, so what names a way to a person belongs into the register of contacts, encrypted with the person's own key. An
 * agency's switchboard and its mailbox under gov.vn lead to no person.
 */
export function personalDataIn(text: string): PersonalData | undefined {
  const folded = withoutElsewhere(written(text));
  const outsidePages = folded.replaceAll(PAGES, ' | ');
  const email = [...folded.matchAll(EMAIL), ...spelt(folded).matchAll(EMAIL)].find(
    ([match]) => !OF_AN_AGENCY.test(match),
  );
  const phone = [...outsidePages.matchAll(PHONE)].find((match) => !isCode(match)) ?? apart(text);
  return (
    found('email', email?.[0]) ??
    found('identity', IDENTITY.exec(outsidePages)?.[1]) ??
    found('phone', phone?.[0])
  );
}

const found = (kind: PersonalData['kind'], match: string | undefined): PersonalData | undefined =>
  match === undefined ? undefined : { kind, begins: match.slice(0, 4) };

const withoutElsewhere = (text: string): string =>
  ELSEWHERE.reduce((rest, pattern) => rest.replaceAll(pattern, ' | '), text);

const spelt = (folded: string): string =>
  SPELT.reduce((text, [pattern, sign]) => text.replaceAll(pattern, sign), folded).replaceAll(
    LETTER_BY_LETTER,
    (letters) => letters.replaceAll(' ', ''),
  );

function apart(text: string): RegExpExecArray | undefined {
  const cells = withoutElsewhere(written(text.replaceAll(CELLS, ' | '))).replaceAll(PAGES, ' | ');
  return [...cells.matchAll(APART)].find(
    (match) => WHOLE.test(match[0].replaceAll(/\D/gu, '')) && !isCode(match),
  );
}

const isCode = ({ index, input }: RegExpExecArray): boolean =>
  CODE.test(input.slice(Math.max(0, index - 100), index));
