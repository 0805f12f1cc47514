/** What people do on the pages, said once for the errand and for the pictures. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type Person, password, people } from './people.ts';

export interface AxeFinding {
  readonly where: string;
  readonly rule: string;
  readonly target: string;
}

/** What a machine can find wrong for people who hear the page or use the keyboard. */
export async function axe(page: Page, where: string): Promise<AxeFinding[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap((v) => v.nodes.map((n) => ({ where, rule: v.id, target: n.target.join(' ') })));
}

/** A page on which somebody has just signed in; a failed request or an error of the page itself fails the caller. */
export async function signIn(context: BrowserContext, url: string, who: Person): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('用户名').fill(people[who]);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  // On a narrow screen the navigation is folded away: the page's own part is there at every width.
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  await page.locator('#main').waitFor();
  return page;
}

/** The text input or area of a field; `within` narrows where the same label stands twice. */
export const field = (within: Page | Locator, label: string): Locator => within.getByLabel(label, { exact: false });

export async function fill(within: Page | Locator, label: string, text: string): Promise<void> {
  await field(within, label).first().fill(text);
}

/** Types a civil day the way people do, and leaves the field. */
export async function day(within: Page | Locator, label: string, text: string): Promise<void> {
  const input = within.getByRole('textbox', { name: label }).first();
  await input.fill(text);
  await input.blur();
}

/** Opens a select and chooses by the words of the option. */
export async function choose(page: Page, within: Page | Locator, label: string, option: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label }).first();
  await box.click();
  // The list of the box itself: one that was open before may still be closing.
  const list = await box.getAttribute('aria-controls').then(async (id) => {
    const known = id ?? (await box.evaluate((element) => `${element.id}_list`));
    return page.locator('.ant-select-dropdown', { has: page.locator(`[id="${known}"]`) });
  });
  const item = list.locator('.ant-select-item-option', { hasText: option }).first();
  // A long list draws what is in sight only: what one looks for is typed.
  const isDrawn = await item
    .waitFor({ timeout: 1500 })
    .then(() => true)
    .catch(() => false);
  if (!isDrawn) await box.pressSequentially(option);
  // A long list scrolls by itself: the option may be drawn and still lie below the list's edge.
  await item.evaluate((element: HTMLElement) => element.click());
  // Where several may be chosen the list stays open.
  if ((await box.getAttribute('aria-expanded')) === 'true') await box.press('Escape');
}

export const drawer = (page: Page): Locator => page.getByRole('dialog').filter({ has: page.locator('form') });

/** The drawer once it has slid in: a list opened before would lie outside the window. */
export async function settled(opened: Locator): Promise<Locator> {
  await opened.waitFor();
  await opened.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        let last = Number.NaN;
        const look = () => {
          const { left } = element.getBoundingClientRect();
          if (left === last) resolve();
          else {
            last = left;
            setTimeout(look, 60);
          }
        };
        look();
      }),
  );
  return opened;
}

/** Opens a step from the head of the case, from its buttons or from the menu. */
export async function openStep(page: Page, name: RegExp): Promise<Locator> {
  const header = page.locator('.rd-page-header-actions');
  await header.waitFor();
  const button = header.getByRole('button', { name }).first();
  if (await button.isVisible()) await button.click();
  else {
    await header.getByRole('button', { name: '更多' }).click();
    await page.getByRole('menuitem', { name }).first().click();
  }
  return settled(drawer(page));
}

/** Saves the step's form and waits until its drawer has gone. */
export async function save(form: Locator): Promise<void> {
  await form.locator('button[type=submit]').click();
  await form.waitFor({ state: 'detached' });
}
