/** "Tháng 12", "vào tháng 12/2023", "trong tháng 9 và tháng 12": whether the printed words name this month. */
export function namesMonth(time: string | null, { year, month }: { year: number; month: number }): boolean {
  if (!time) return false;
  const named = [...time.matchAll(/tháng\s*(\d{1,2})(?:\s*(?:\/|năm)\s*(\d{4}))?/gi)];
  return named.some(([, digits, ofYear]) => Number(digits) === month && (!ofYear || Number(ofYear) === year));
}
