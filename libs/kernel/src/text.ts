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
