import type { Every, TimeMeaning } from './time-expression.js';

const PERIODIC = /định kỳ|(?:hàng|hằng|mỗi) (?:tháng|quý|năm)/;
const CONTINUOUS = /thường xuyên/;
const ON_DEMAND = /(?:khi có|theo) (?:yêu cầu|nhu cầu|đề xuất|đề nghị)/;

/** In this order: "6 tháng" before "tháng", "tổng kết năm" before "năm". */
const CYCLES: readonly (readonly [RegExp, Every])[] = [
  [/(?:báo cáo )?tổng kết năm/g, 'year'],
  [/(?:6|sáu) tháng/g, 'halfYear'],
  [/(?:(?:hàng|hằng|mỗi|theo) )?tháng/g, 'month'],
  [/(?:(?:hàng|hằng|mỗi|theo) )?quý/g, 'quarter'],
  [/(?:(?:hàng|hằng|mỗi|theo|cả) )?năm/g, 'year'],
];
const ORDER: readonly Every[] = ['month', 'quarter', 'halfYear', 'year'];

/** What may stand between the words read; anything else means that the text says more than was understood. */
const CONNECTIVES_ONLY = /^(?:[\s;,().…-]|và)*$/;

/**
 * "hàng năm", "định kỳ (quý, 6 tháng, cả năm)", "Thường xuyên; khi có yêu cầu", "định kỳ ... theo quý và báo cáo
 * tổng kết năm". Bare "định kỳ" is recurring without a said cycle.
 */
export function readRecurring(text: string): TimeMeaning | undefined {
  const [periodic, continuous] = [PERIODIC.test(text), CONTINUOUS.test(text)];
  if (!periodic && !continuous) return undefined;
  const alsoOnDemand = ON_DEMAND.test(text);
  let rest = text.replace('định kỳ', ' ').replace(CONTINUOUS, ' ').replace(ON_DEMAND, ' ');
  // "Thường xuyên, cả năm" is one long run, not a yearly cycle.
  if (!periodic) rest = rest.replace(/(?:trong|cả) năm/, ' ');
  const said = new Set<Every>();
  for (const [words, every] of CYCLES) {
    const without = rest.replaceAll(words, ' ');
    if (without !== rest) said.add(every);
    rest = without;
  }
  if (!CONNECTIVES_ONLY.test(rest) || (said.size > 0 && !periodic)) return undefined;
  return { kind: 'recurring', every: ORDER.filter((every) => said.has(every)), continuous, alsoOnDemand };
}
