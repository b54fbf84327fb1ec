import type { Page } from 'playwright-core';
import type { System } from '../../lib/platform/host/system.ts';

/** Signs somebody in through the pages, with the code that was mailed; ends where they were going. */
export async function signInOnPage(page: Page, system: System, email: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập' }).click();
  await page.locator('input[name=email]').fill(email);
  await page.locator('button').first().click();
  const code = page.locator('input[name=code]');
  await code.waitFor();
  const [mail] = await system.mails(email);
  await code.fill(/\d{6}/.exec(mail?.text ?? '')?.[0] ?? '');
  await page.locator('button').first().click();
  await page.waitForURL((url) => url.origin === system.origin && !/sign|oidc/.test(url.pathname));
}
