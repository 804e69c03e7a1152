/** A browser as far as signing in needs one: cookies by path, redirects, forms. */
export class Browser {
  private readonly jar = new Map<string, { value: string; path: string }>();

  constructor(private readonly origin: string) {}

  /** One request, redirects not followed. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(path, this.origin);
    const sent = [...this.jar].filter(([, cookie]) => url.pathname.startsWith(cookie.path));
    const headers = new Headers(init.headers);
    headers.set('cookie', sent.map(([name, { value }]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  /** Goes where it is sent, on this origin only; answers the last page and its path. */
  async visit(
    path: string,
    init: RequestInit = {},
  ): Promise<{ response: Response; path: string; text: string }> {
    let [at, response] = [path, await this.request(path, init)];
    for (let hops = 0; response.status >= 300 && response.status < 400; hops += 1) {
      const next = new URL(response.headers.get('location') ?? '', new URL(at, this.origin));
      if (next.origin !== this.origin || hops > 10) throw new Error(`sent to ${next.href}`);
      at = next.pathname + next.search;
      response = await this.request(at, init.headers ? { headers: init.headers } : {});
    }
    return { response, path: at, text: await response.text() };
  }

  submit(path: string, fields: Readonly<Record<string, string>>) {
    return this.visit(path, { method: 'POST', body: new URLSearchParams(fields) });
  }

  async json(
    path: string,
    init: RequestInit = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await this.request(path, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name)?.value;
  }

  setCookie(name: string, value: string): void {
    this.jar.set(name, { value, path: '/' });
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    const of = (name: string): string | undefined =>
      attributes.find((attribute) => attribute.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1);
    const gone = of('max-age') === '0' || Date.parse(of('expires') ?? '9999-01-01') < Date.UTC(2000, 0);
    if (gone) this.jar.delete(pair.slice(0, at));
    else this.jar.set(pair.slice(0, at), { value: pair.slice(at + 1), path: of('path') ?? '/' });
  }
}
