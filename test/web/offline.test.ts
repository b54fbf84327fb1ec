import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { openSeededRound } from '../support/opened-round.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: pages without a network: ${why}`);

const edition = '/editions/kon-tum-2022';
const judge = 'giam-khao-1@hoi-dong.example.vn';
const startup = 'startup-1@example.vn';

describe.skipIf(why !== undefined)('without a network', () => {
  let browser: Browser;
  let system: System;
  let page: Page;

  const note = () => page.getByText('Không có mạng. Những gì đang viết vẫn còn ở đây');
  const opens = async (path: string, heading: string | RegExp) => {
    await page.goto(system.origin + path);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  /** The page stands as it was while the network is away for so long, and the note goes with the absence. */
  const isToldAndKept = async (heading: string | RegExp) => {
    await page.context().setOffline(true);
    await note().waitFor();
    // Coming back to a tab asks anew for what is on it.
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.context().setOffline(false);
    await note().waitFor({ state: 'detached' });
  };
  const person = async (email: string) => {
    await page?.context().close();
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, email);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('each page of a startup says so and stays', async () => {
    await person(startup);
    const own = client({ origin: system.origin, token: async () => await system.token(startup) });
    const [entry] = (await own.call(routes.getMe)).body.entries;
    const path = `${edition}/entries/${entry?.entryId}`;
    const pages = [
      ['/me', 'Của tôi'],
      [`${edition}/enter`, 'Đăng ký dự thi'],
      [`${path}/receipt`, 'Giấy xác nhận đã nhận hồ sơ'],
      [path, /./],
    ] as const;
    for (const [address, heading] of pages) {
      await opens(address, heading);
      await isToldAndKept(heading);
    }
    await page.context().setOffline(true);
    await note().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.context().setOffline(false);
  });

  test('an entry that is begun without a network is begun when it is back, once', async () => {
    await person('moi@example.vn');
    await opens(`${edition}/enter`, 'Đăng ký dự thi');
    await page.context().setOffline(true);
    await page.getByLabel('Tên hồ sơ dự thi').fill('Mật ong rừng');
    await page.getByLabel('Bảng thi').selectOption({ label: 'Ý tưởng' });
    await page.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click();
    await note().waitFor();
    expect(await page.getByLabel('Tên hồ sơ dự thi').inputValue()).toBe('Mật ong rừng');
    await page.context().setOffline(false);
    await page.getByRole('heading', { level: 1, name: 'Mật ong rừng' }).waitFor();
    const own = client({
      origin: system.origin,
      token: async () => await system.token('moi@example.vn'),
    });
    expect((await own.call(routes.getMe)).body.entries).toHaveLength(1);
  });

  test('each page of a judge says so, and points that were not saved outlive other pages', async () => {
    await openSeededRound(system);
    await person(judge);
    await opens(`${edition}/judge/me`, 'Thông tin của tôi');
    await page.getByLabel('Nơi công tác').fill('Viện Sâm');
    await isToldAndKept('Thông tin của tôi');
    expect(await page.getByLabel('Nơi công tác').inputValue()).toBe('Viện Sâm');
    await opens(`${edition}/judge`, 'Bàn giám khảo');
    const first = page.getByRole('listitem').filter({ hasText: 'xung đột lợi ích' }).first();
    await first.getByRole('button', { name: 'Có xung đột' }).click();
    await first.getByLabel('Lý do').fill('Cùng họ');
    await isToldAndKept('Bàn giám khảo');
    expect(await first.getByLabel('Lý do').inputValue()).toBe('Cùng họ');
    await first.getByRole('button', { name: 'Quay lại' }).click();
    await first.getByRole('button', { name: 'Không có, mở hồ sơ' }).click();
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    const points = page.locator('.stepper input').first();
    await points.waitFor();
    await isToldAndKept(/./);
    await page.context().setOffline(true);
    await points.fill('12,5');
    await page.getByText('Mất mạng: chưa lưu').waitFor();
    await page.getByRole('link', { name: '← Bàn giám khảo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Bàn giám khảo' }).waitFor();
    await note().waitFor();
    await page.getByRole('link', { name: 'Chấm điểm' }).click();
    expect(await points.inputValue()).toBe('12,5');
    await page.context().setOffline(false);
    await page.getByText('Đã lưu: 12,5').waitFor();
  });

  test('a server that fails takes nothing off the page', async () => {
    await opens(`${edition}/judge/me`, 'Thông tin của tôi');
    await page.getByLabel('Nơi công tác').fill('Viện Sâm');
    await page.clock.install();
    await page.route('**/api/**', (route) => route.fulfill({ status: 502, body: 'gateway' }));
    const failed = page.waitForResponse((response) => response.status() === 502);
    await page.clock.fastForward(20_000);
    await page.evaluate("dispatchEvent(new Event('visibilitychange'))");
    await failed;
    // Every attempt is used up.
    for (let n = 0; n < 6; n += 1) await page.clock.fastForward(20_000);
    expect(await page.getByLabel('Nơi công tác').inputValue()).toBe('Viện Sâm');
  });
});
