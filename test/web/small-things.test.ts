import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import {
  accessibilityFaults,
  faultsOf,
  sidewaysScroll,
  startChromium,
  whyNoChromium,
} from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: small things on the pages: ${why}`);

const path = { editionId: 'kon-tum-2022' };
const guest = 'thanh-vien-1@example.vn';
const lead = 'startup-3@example.vn';

describe.skipIf(why !== undefined)('small things on a phone', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const as = (email: string) =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const fits = async (one: Page) => {
    expect(await accessibilityFaults(one)).toEqual([]);
    expect(await sidewaysScroll(one)).toBe(0);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('the first page leads to the check of a receipt or certificate of each contest', async () => {
    await page.goto(system.origin);
    await page.getByRole('link', { name: 'Kiểm tra giấy chứng nhận, giấy xác nhận' }).click();
    await page.waitForURL(`${system.origin}/editions/kon-tum-2022/check`);
    await page.goBack();
    await page.getByRole('heading', { level: 2 }).waitFor();
    await fits(page);
  });

  test('whoever is invited into a team declines, asked twice; the lead sees it', async () => {
    await page.goto(`${system.origin}/me`);
    await signInOnPage(page, system, guest);
    const invitation = page.locator('.notice').filter({ hasText: 'Đến hết' });
    await invitation.getByRole('button', { name: 'Từ chối' }).click();
    await invitation.getByText('Từ chối lời mời này?').waitFor();
    await fits(page);
    await page.getByRole('group').getByRole('button', { name: 'Từ chối' }).click();
    await invitation.waitFor({ state: 'detached' });
    expect((await as(guest).call(routes.getMe)).body.teamInvitations).toEqual([]);
  });

  test('an entry’s lead reads who declined, and asks again', async () => {
    const { entries } = (await as(lead).call(routes.getMe)).body;
    const teams = await Promise.all(
      entries.map(async ({ entryId }) => ({
        entryId,
        team: (await as(lead).call(routes.listTeam, { path: { ...path, entryId } })).body,
      })),
    );
    const entryId = teams.find(({ team }) => team.invitations.length > 0)?.entryId ?? '';
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const own = await context.newPage();
    own.setDefaultTimeout(20_000);
    await own.goto(`${system.origin}/editions/kon-tum-2022/entries/${entryId}`);
    await signInOnPage(own, system, lead);
    const declined = own.getByRole('listitem').filter({ hasText: guest });
    await declined.getByText('đã từ chối lời mời').waitFor();
    expect(await declined.getByRole('button').count()).toBe(0);
    await own.getByText('Mời thêm người').click();
    const form = own.locator('form').filter({ hasText: 'Gửi lời mời' });
    await form.getByRole('textbox', { name: 'Họ và tên' }).fill('Y Hà');
    await form.getByRole('textbox', { name: 'Địa chỉ thư điện tử' }).fill(guest);
    await form.getByRole('button', { name: 'Gửi lời mời' }).click();
    await declined.getByText('đã mời').waitFor();
    expect(await declined.count()).toBe(1);
    await context.close();
  });

  test('a long consent is folded out until it is agreed to, and then its beginning is enough', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const own = await context.newPage();
    own.setDefaultTimeout(20_000);
    const { body: entry } = await as('moi@example.vn').call(routes.createEntry, {
      path,
      body: { title: 'Sâm dây Ngọc Linh', trackId: 'y-tuong', members: [], consents: [] },
    });
    const address = `${system.origin}/editions/kon-tum-2022/entries/${entry.entryId}`;
    await own.goto(address);
    await signInOnPage(own, system, 'moi@example.vn');
    const long = own.locator('.consent').first();
    const whole = long.getByText('Hồ sơ không đạt giải được xóa sau 12 tháng');
    await whole.waitFor();
    expect(await whole.isVisible()).toBe(true);
    const tick = own.getByRole('checkbox', {
      name: /xử lý họ tên.*\(bắt buộc, bản 20\/05\/2022\)$/,
    });
    const described = (await tick.getAttribute('aria-describedby')) ?? '';
    expect(await own.locator(`[id="${described}"]`).textContent()).toMatch(/xử lý trước đó\.$/);
    await fits(own);
    await tick.focus();
    await own.keyboard.press('Space');
    await own.getByText('Đã lưu.', { exact: true }).waitFor();
    await own.reload();
    await tick.waitFor();
    expect([await tick.isChecked(), await whole.isVisible()]).toEqual([true, false]);
    const ledger = own.locator('.consents-given li').first();
    await ledger.waitFor();
    expect(await ledger.getByText('xóa sau 12 tháng').isVisible()).toBe(false);
    // By keyboard alone it is there again.
    await long.locator('summary').focus();
    await own.keyboard.press('Enter');
    expect(await whole.isVisible()).toBe(true);
    await fits(own);
    await context.close();
  });

  test.each([-60, 60])('a device whose clock is wrong by %i minutes signs in', async (minutes) => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    await context.clock.setSystemTime(Date.now() + minutes * 60_000);
    const own = await context.newPage();
    own.setDefaultTimeout(20_000);
    await own.goto(`${system.origin}/me`);
    await signInOnPage(own, system, `clock${minutes}@example.vn`);
    await own.getByText(`clock${minutes}@example.vn`).waitFor();
    await context.close();
  });

  test('saw no error', () => {
    expect(faults).toEqual([]);
  });
});
