/** Where to go after signing in: a path of this origin, else the first page. */
export function localPath(asked: string | undefined): string {
  const base = 'http://local.invalid';
  if (asked === undefined || !asked.startsWith('/') || !URL.canParse(asked, base)) return '/';
  const url = new URL(asked, base);
  // Backslashes and double slashes make another host of a path; what the parser makes of it decides.
  if (url.origin !== base || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}
