import {
  plainWords,
  recordWordsVi,
  wordKeys,
  type ComparisonQuery,
  type HistoryChange,
} from '@lien-ket/contracts';
import { day, instant } from '@lien-ket/calendar';

/** A comparison as it is printed: the same words in Word and in PDF. */
export interface Paper {
  readonly authority: string;
  readonly dated: string;
  readonly title: string;
  readonly about: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly rows: readonly (readonly [string, string, string, string])[];
  readonly note: string;
}

export const COUNTRY = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as const;
export const COLUMNS = ['STT', 'Nội dung', 'Trước', 'Sau'] as const;
export const SAME = 'Hai thời điểm không có khác biệt.';

const TITLES: Readonly<Record<ComparisonQuery['scope'], string>> = {
  plan: 'BẢN SO SÁNH KẾ HOẠCH',
  activity: 'BẢN SO SÁNH HOẠT ĐỘNG',
  agreement: 'BẢN SO SÁNH THỎA THUẬN',
};

export interface Asked {
  readonly query: ComparisonQuery;
  readonly label: string;
  readonly changes: readonly HistoryChange[];
  /** Whose paper it is. */
  readonly authority: string;
  /** Who asked: role and organisation. */
  readonly by: string;
  readonly account: string;
  readonly now: string;
  nameOf(id: string): string | undefined;
}

export function paperOf({ query, label, changes, authority, by, account, now, nameOf }: Asked): Paper {
  const { scope, from, to, knownFrom, knownTo } = query;
  const [year, month, dayOfMonth] = vietnamese(now);
  return {
    authority: authority.toLocaleUpperCase('vi'),
    dated: `Ngày ${dayOfMonth} tháng ${month} năm ${year}`,
    title: TITLES[scope],
    about: label,
    facts: [
      ['Thời điểm thứ nhất', pointWords(from, knownFrom, now)],
      ['Thời điểm thứ hai', pointWords(to, knownTo, now)],
      ['Người yêu cầu', `${by} (mã tài khoản ${account})`],
      ['Lập lúc', instant(now)],
      ['Số điểm khác nhau', String(changes.length)],
    ],
    rows: changes.map((change, index) => [
      String(index + 1),
      whatWords(change),
      valueWords(change, change.before, nameOf),
      valueWords(change, change.after, nameOf),
    ]),
    note: 'Trích từ nhật ký của nền tảng Liên Kết; việc lập bản so sánh này được ghi nhận. Bản so sánh không thay thế văn bản gốc.',
  };
}

/** Year, month and day in Viet Nam, the month with two digits where a forger could add one (Decree 30/2020). */
function vietnamese(now: string): readonly string[] {
  const [dayOfMonth = '', month = '', year = ''] = instant(now).split(' ')[0]?.split('/') ?? [];
  return [year, Number(month) < 3 ? month : String(Number(month)), dayOfMonth];
}

function pointWords(asOf: string, knownAt: string | undefined, now: string): string {
  const known =
    knownAt === undefined
      ? `theo dữ liệu đến lúc lập (${instant(now)})`
      : `theo dữ liệu đã ghi nhận đến ${knownAt.length === 10 ? `hết ngày ${day(knownAt)}` : instant(knownAt)}`;
  return `Nội dung có hiệu lực ngày ${day(asOf)}, ${known}`;
}

/** What a code is called in Vietnamese. */
export const printed = (key: string): string | undefined =>
  Object.hasOwn(recordWordsVi, key) ? recordWordsVi[key as keyof typeof recordWordsVi] : undefined;

function whatWords({ kind, of, label, field }: HistoryChange): string {
  const what = `${printed(`change.${kind}`) ?? ''} · ${printed(`of.${of}`) ?? ''}`;
  const named = label === 'plan' ? '' : label;
  return [what, named, field === null ? '' : (printed(`part.${field}`) ?? field)].filter(Boolean).join('\n');
}

/** Coded values by their words, everything else as a person reads it. */
function valueWords(
  { field }: HistoryChange,
  value: unknown,
  nameOf: (id: string) => string | undefined,
): string {
  const keys = typeof value === 'string' && field !== null ? wordKeys(field, value) : [];
  return keys.map(printed).find((words) => words !== undefined) ?? plainWords(value, nameOf);
}
