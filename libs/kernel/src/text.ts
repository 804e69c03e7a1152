/**
 * Vietnamese text for search: lower case, without diacritics (hoá = hóa = hoa, Đ = d), NFD and NFC alike,
 * white space collapsed.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Short spellings in folded text, the longer one first: TP.HCM, TP. HCM, TPHCM; TP.; UBND. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(tp[.\s]*hcm|hcmc)\b/g, 'thanh pho ho chi minh'],
  [/\btp\b[.\s]*/g, 'thanh pho '],
  [/\bubnd\b/g, 'uy ban nhan dan'],
];

function atLength(folded: string): string {
  return SHORT.reduce((text, [short, long]) => text.replaceAll(short, long), folded).trim();
}

/** Whether one of the names answers to what was typed of it, whichever of the usual short spellings either uses. */
export function answersTo(names: readonly string[], typed: string): boolean {
  const wanted = foldForSearch(typed);
  return names
    .map(foldForSearch)
    .some((name) => name.includes(wanted) || atLength(name).includes(atLength(wanted)));
}
