/// <reference lib="dom" />
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const SCREENSHOTS = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Longer than anything takes that works, on a machine that others use too. */
const PATIENCE = 30_000;
const PASSWORD = 'lienket-demo';

interface Size {
  readonly width: number;
  readonly height: number;
}
export const WIDE: Size = { width: 1280, height: 900 };
export const NARROW: Size = { width: 360, height: 740 };

/** Where people sit down: a running platform and a browser. */
export interface Place {
  readonly url: string;
  readonly browser: Browser;
}

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** A person at a browser; what the console says against the portal is kept. */
export class Desk {
  readonly complaints: string[] = [];

  private constructor(
    private readonly url: string,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      // The browser's own line for a refused request says less than the answer, which is kept below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(`${page.url()} ${message.text()}`);
    });
    page.on('response', (answer) => {
      const [status, url] = [answer.status(), new URL(answer.url())];
      // Asked before signing in: whose session it is.
      if (status >= 400 && status !== 401)
        this.complaints.push(`${status} ${answer.request().method()} ${url.pathname}${url.search}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()} ${error.message}`));
  }

  static async signedIn(place: Place, account: string, viewport: Size = WIDE): Promise<Desk> {
    const { browser, url } = place;
    const context = await browser.newContext({ viewport, locale: 'vi-VN' });
    context.setDefaultTimeout(PATIENCE);
    const desk = new Desk(url, context, await context.newPage());
    const { page } = desk;
    await page.goto(`${url}/auth/sign-in`);
    await page.fill('#login', account);
    await page.fill('#password', PASSWORD);
    await page.click('button[type=submit]');
    await page.waitForSelector('.frame #content h1');
    return desk;
  }

  async open(path: string): Promise<void> {
    this.complaints.length = 0;
    await this.page.goto(this.url + path);
    await this.page.waitForSelector('#content h1');
    await this.page.waitForLoadState('load');
    await this.page.waitForFunction(
      () => document.querySelector('.ant-spin-spinning, .ant-skeleton') === null,
    );
  }

  async keep(name: string): Promise<void> {
    mkdirSync(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
  }

  /** Serious and critical faults that axe finds, one line each. */
  async barriers(): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(AXE);
    const violations = await this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: Violation[] }> };
      };
      // What passes is not looked at, and to find a selector for each of its nodes is most of the work.
      return (await axe.run({ resultTypes: ['violations'], elementRef: false })).violations;
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(' | ')}`,
      );
  }

  /** How far the page is wider than the window. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
