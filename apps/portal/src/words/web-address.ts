/** What a click may follow. Links of an entry of before may be of any scheme: those are read, never followed. */
export function isWebAddress(link: string): boolean {
  return /^https?:\/\//i.test(link);
}
