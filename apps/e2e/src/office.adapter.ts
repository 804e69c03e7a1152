import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { Desk } from './desk.adapter.js';
import { chromiumPath } from './e2e.config.js';
import { TestPlatform } from './harness.adapter.js';

/** A running platform and a browser for the tests of one spec file. */
export interface Office {
  readonly platform: TestPlatform;
  readonly browser: Browser;
  /** Who sits there now. */
  readonly desks: readonly Desk[];
  /** The account signed in, at the page of this path. */
  deskAt(account: string, path: string): Promise<Desk>;
  at(account: string, path: string): Promise<Page>;
}

/** Opens for the tests of the file that calls it; what a browser complained of during a test fails it. `day` is dd/mm/yyyy. */
export function officeOn(day: string): Office {
  let platform: TestPlatform;
  let browser: Browser;
  const desks: Desk[] = [];
  beforeAll(async () => {
    platform = await TestPlatform.start(day);
    browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    const complaints = desks.flatMap((desk) => desk.complaints);
    await Promise.all(desks.splice(0).map((desk) => desk.close()));
    expect(complaints).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await platform.stop();
  });
  const deskAt = async (account: string, path: string): Promise<Desk> => {
    const desk = await Desk.signedIn({ url: platform.url, browser }, account);
    desks.push(desk);
    await desk.open(path);
    return desk;
  };
  return {
    get platform() {
      return platform;
    },
    get browser() {
      return browser;
    },
    desks,
    deskAt,
    at: async (account, path) => (await deskAt(account, path)).page,
  };
}
