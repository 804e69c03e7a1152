import { dayExists } from './days.js';
import { parsePartialDate } from './partial-date.js';
import { readRecurring } from './recurring-reader.js';
import type { TimeMeaning } from './time-expression.js';
import { normaliseVietnamese, quarterNumber } from './vietnamese-text.js';

/** Reads one family of printed forms; undefined for any other text. */
type Reader = (text: string) => TimeMeaning | undefined;

const YEAR = String.raw`((?:19|20)\d{2})`;
const OF_YEAR = String.raw`(?:[ /,](?:năm )?${YEAR})?`;
const YEARLY = '(?:hàng|hằng|mỗi) năm';
const QUARTER = String.raw`(?:i v|[1-4](?!\d)|[i|lv]{1,3}(?!\p{L}))`;
const AND = '(?:[,;]| và | & )';
const TO = '(?:-| đến )';

const pattern = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'u');
const list = (word: string, item: string): string =>
  `${item}(?:${AND}(?:${word} )?${item})*|${item}${TO}(?:${word} )?${item}`;

const BEFORE = pattern(String.raw`trước (?:ngày )?(\d{1,2})(?: tháng |/)(\d{1,2})${OF_YEAR}( ${YEARLY})?`);
const DAY = pattern(String.raw`(?:vào )?ngày (\d{1,2})(?: tháng |/)(\d{1,2})${OF_YEAR}`);
const MONTHS = pattern(
  String.raw`(vào |trong |từ )?(?:các )?tháng (${list('tháng', String.raw`\d{1,2}`)})${OF_YEAR}( ${YEARLY})?`,
);
const BARE_MONTH = pattern(String.raw`(\d{1,2})/${YEAR}`);
const QUARTERS = pattern(`(vào |trong |từ )?(?:các )?quý (${list('quý', QUARTER)})${OF_YEAR}`);
const EARLY_QUARTER = pattern(`(?:vào )?đầu quý (${QUARTER})${OF_YEAR}`);
const HALF_YEAR = pattern(`(?:trong )?(?:6|sáu) tháng (đầu|cuối) năm(?: ${YEAR})?`);
const WHOLE_YEAR = pattern(`(?:cả|trong) năm(?: ${YEAR})?|năm ${YEAR}|${YEAR}`);
const PERIOD = pattern(
  `(?:trong )?(?:giai đoạn )?(?:từ )?(?:năm )?${YEAR}(?:-| đến (?:hết )?)(?:năm )?${YEAR}`,
);
const YEAR_AND_PERIOD = pattern(`(?:trong )?năm ${YEAR} và giai đoạn (?:năm )?${YEAR}-${YEAR}`);
const ON_DEMAND =
  /^(?:chi tiết |thực hiện |triển khai )?(?:khi có|theo) (?:yêu cầu|nhu cầu|đề xuất|đề nghị)(?!\p{L})(.*)$/u;
/** A tail that names a time of its own is not understood by the head alone. */
const NAMES_A_TIME = /\d|tháng|quý|ngày|năm|định kỳ|thường xuyên/;

/** The readers are tried in this order; each must match the whole text. */
const READERS: readonly Reader[] = [
  readBefore,
  readDay,
  readMonths,
  readQuarters,
  readEarlyQuarter,
  readHalfYear,
  readYear,
  readPeriod,
  readOnDemand,
  readRecurring,
];

export function readTime(printed: string): TimeMeaning {
  const text = withoutOuterBrackets(normaliseVietnamese(printed));
  for (const read of READERS) {
    const meaning = read(text);
    if (meaning) return meaning;
  }
  return { kind: 'unknown' };
}

function withoutOuterBrackets(text: string): string {
  return /^\(([^()]*)\)$/.exec(text)?.[1] ?? text;
}

function ofYear(year: string | undefined): { readonly year?: number } {
  return year === undefined ? {} : { year: Number(year) };
}

/** "trước ngày 15 tháng 12 hàng năm", "trước ngày 13/3/2025". */
function readBefore(text: string): TimeMeaning | undefined {
  const match = BEFORE.exec(text);
  if (!match) return undefined;
  const [day, month, year] = [Number(match[1]), Number(match[2]), ofYear(match[3])];
  const yearly = match[4] !== undefined;
  if (!dayExists(year.year, month, day) || (yearly && year.year !== undefined)) return undefined;
  return { kind: 'before', ...year, month, day, yearly };
}

/** "ngày 05/6/2024", "27/9/2023", "ngày 27 tháng 9"; "ngày tháng 02 năm 2025" keeps its day unknown. */
function readDay(text: string): TimeMeaning | undefined {
  const match = DAY.exec(text);
  if (match) {
    const [day, month, year] = [Number(match[1]), Number(match[2]), ofYear(match[3])];
    return dayExists(year.year, month, day) ? { kind: 'day', ...year, month, day } : undefined;
  }
  if (!/^(?:ngày|\d{1,2}[/.-]\d{1,2}[/.-]|\d{1,2} tháng)/.test(text)) return undefined;
  const { year, month, day } = parsePartialDate(text) ?? {};
  if (month === undefined || year === undefined) return undefined;
  return { kind: 'day', year, month, ...(day === undefined ? {} : { day }) };
}

/** The numbers of "9, 10" or "9 - 12"; undefined when one of them is out of range. */
function numbersOf(
  text: string,
  word: string,
  toNumber: (token: string) => number | undefined,
): readonly number[] | undefined {
  const isRange = new RegExp(TO).test(text);
  const tokens = text.replaceAll(`${word} `, '').split(new RegExp(`${TO}|${AND}`));
  const numbers = tokens.map((token) => toNumber(token.trim()));
  const known = numbers.filter((value) => value !== undefined);
  const [first, last] = known;
  if (known.length !== numbers.length || first === undefined) return undefined;
  if (!isRange || last === undefined) return known;
  if (last <= first) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function monthNumber(token: string): number | undefined {
  const month = Number(token);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** "Từ tháng 9" alone is a beginning without an end, which no kind here can say. */
function isOpenStart(preposition: string | undefined, numbers: readonly number[]): boolean {
  return preposition === 'từ ' && numbers.length < 2;
}

/** "Tháng 12", "vào tháng 12/2023" are months; "trong tháng 12 …" and every "… hàng năm" are terms within one. */
function readMonths(text: string): TimeMeaning | undefined {
  const bare = BARE_MONTH.exec(text);
  const match = bare ? [text, undefined, bare[1], bare[2], undefined] : MONTHS.exec(text);
  if (!match) return undefined;
  const [preposition, year, yearly] = [match[1], ofYear(match[3]), match[4] !== undefined];
  const months = numbersOf(match[2] ?? '', 'tháng', monthNumber);
  if (!months || isOpenStart(preposition, months)) return undefined;
  const [month] = months;
  if (yearly && (year.year !== undefined || months.length > 1)) return undefined;
  if (month !== undefined && months.length === 1 && (yearly || preposition === 'trong '))
    return { kind: 'within', month, ...year, yearly };
  return { kind: 'month', months, ...year };
}

/** "Quý III, IV", "quý 3, 4 năm 2024", "Quý I - III/2024". */
function readQuarters(text: string): TimeMeaning | undefined {
  const match = QUARTERS.exec(text);
  const quarters = match ? numbersOf(match[2] ?? '', 'quý', quarterNumber) : undefined;
  if (!match || !quarters || isOpenStart(match[1], quarters)) return undefined;
  return { kind: 'quarters', quarters, ...ofYear(match[3]) };
}

function readEarlyQuarter(text: string): TimeMeaning | undefined {
  const match = EARLY_QUARTER.exec(text);
  const quarter = quarterNumber(match?.[1] ?? '');
  return match && quarter !== undefined ? { kind: 'earlyQuarter', quarter, ...ofYear(match[2]) } : undefined;
}

function readHalfYear(text: string): TimeMeaning | undefined {
  const match = HALF_YEAR.exec(text);
  return match ? { kind: 'halfYear', half: match[1] === 'đầu' ? 1 : 2, ...ofYear(match[2]) } : undefined;
}

function readYear(text: string): TimeMeaning | undefined {
  const match = WHOLE_YEAR.exec(text);
  return match ? { kind: 'year', ...ofYear(match[1] ?? match[2] ?? match[3]) } : undefined;
}

/** A plan's own title, "năm 2023 và giai đoạn 2024 - 2025", is one period when its parts join. */
function readPeriod(text: string): TimeMeaning | undefined {
  const joined = YEAR_AND_PERIOD.exec(text);
  if (joined && Number(joined[1]) + 1 !== Number(joined[2])) return undefined;
  const match = PERIOD.exec(text);
  const fromYear = Number(joined?.[1] ?? match?.[1]);
  const toYear = Number(joined?.[3] ?? match?.[2]);
  return fromYear <= toYear ? { kind: 'period', fromYear, toYear } : undefined;
}

function readOnDemand(text: string): TimeMeaning | undefined {
  const match = ON_DEMAND.exec(text);
  return match && !NAMES_A_TIME.test(match[1] ?? '') ? { kind: 'onDemand' } : undefined;
}
