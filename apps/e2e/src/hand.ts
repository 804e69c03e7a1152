import type { Locator, Page } from 'playwright-core';

/** Not one that is still on its way out. */
const OPEN_LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden):not([class*="-leave"])';

/** Which field of the open dialog, when several are called so; `exact` for a name that others begin with. */
export interface Which {
  readonly nth?: number;
  readonly exact?: boolean;
}

/** Chosen from a list by typing without marks, as a hand on the keyboard does, once the list has what was typed. */
export async function choose(
  page: Page,
  label: string | RegExp,
  typed: string,
  { nth = 0, exact = false }: Which = {},
): Promise<void> {
  await page.getByRole('dialog').getByLabel(label, { exact }).nth(nth).click();
  await page.keyboard.type(typed);
  await page.locator(`${OPEN_LIST} .ant-select-item-option-active`).waitFor();
  await page.keyboard.press('Enter');
}

/** Sends what stands in the open dialog. */
export async function send(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Thực hiện' }).click();
}

/** Sends it, and is told that it was done. */
export async function carryOut(page: Page): Promise<void> {
  await send(page);
  await page.getByText('Đã thực hiện').first().waitFor();
}

/** Waits until all of it is there to be read: parts of a page come one after the other. */
export async function shows(where: Locator, ...words: readonly string[]): Promise<void> {
  for (const hasText of words) await where.filter({ hasText }).first().waitFor();
}
