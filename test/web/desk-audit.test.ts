import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { actWords } from '../../web/src/words/act-words.ts';
import { faultsOf, pageFaults, startChromium, whyNoChromium } from '../support/chromium.ts';
import { openSeededRound } from '../support/opened-round.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: the page of the audit trail: ${why}`);

/** So many acts that they take more than a page. */
async function exportOften(system: System): Promise<void> {
  const token = async () => await system.token('thu-ky@example.vn');
  const secretary = client({ origin: system.origin, token });
  for (let at = 0; at < 40; at += 1) {
    await secretary.call(routes.exportEntries, { path: { editionId: 'kon-tum-2022' }, body: {} });
  }
}

const path = '/editions/kon-tum-2022/desk/audit';

test('every act that writes has its words, in both languages', () => {
  const ofSystem = ['freezeEdition', 'publishPlanned', 'object-stored', 'object-scanned'];
  const ofPeople = Object.values(routes).flatMap(({ method, operation }) =>
    method === 'GET' ? [] : operation,
  );
  const acts = [...ofPeople, ...ofSystem].sort();
  expect(Object.keys(actWords.vi).sort()).toEqual(acts);
  expect(Object.keys(actWords.en).sort()).toEqual(acts);
  // They are chosen among by their words.
  for (const words of [actWords.vi, actWords.en]) {
    expect(new Set(Object.values(words)).size).toBe(acts.length);
  }
});

describe.skipIf(why !== undefined)('an organiser reads who did what', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];

  const acts = async () => await page.locator('.trail > li strong').allTextContents();
  const expectGoodPage = async () => {
    expect(await pageFaults(page)).toEqual([]);
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    await exportOften(system);
    await openSeededRound(system);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('finds it at the desk: the last act first, under its day, in words', async () => {
    await page.goto(`${system.origin}/editions/kon-tum-2022/desk`);
    await signInOnPage(page, system, 'ban-to-chuc-1@so-khcn.example.vn');
    await page.getByRole('navigation').getByRole('link', { name: 'Nhật ký', exact: true }).click();
    await page.getByText(/Đang xem \d+ việc/).waitFor();
    expect((await acts()).slice(0, 2)).toEqual(['Mở chấm', 'Giao hồ sơ cho giám khảo']);
    const days = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect(day).toMatch(/^\d\d\/\d\d\/\d{4}$/);
    const text = await page.locator('.trail').first().innerText();
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(text).toContain('Ban Tổ chức');
    await expectGoodPage();
  });

  test('goes back page by page to where it began', async () => {
    const older = page.getByRole('button', { name: 'Xem việc cũ hơn' });
    expect(await acts()).toHaveLength(50);
    expect(await acts()).not.toContain('Nhận vai trò');
    await older.click();
    await page.getByText('Hết nhật ký.').waitFor();
    expect(await acts()).toContain('Nhận vai trò');
    expect((await acts()).length).toBeGreaterThan(60);
  });

  test('narrows it; the filters stand in the address and survive a reload', async () => {
    await page.getByLabel('Việc', { exact: true }).selectOption({ label: 'Nộp hồ sơ' });
    await page.getByText('Đang xem 4 việc').waitFor();
    expect(new Set(await acts())).toEqual(new Set(['Nộp hồ sơ']));
    await page.reload();
    await page.getByText('Đang xem 4 việc').waitFor();
    await page.getByLabel('Từ ngày').fill('01/01/2099');
    await page.getByText('Không có việc nào khớp.').waitFor();
    expect(new URL(page.url()).searchParams.get('from')).toBe('2099-01-01');
    await expectGoodPage();
    // No day is told and is no filter; the last day there is has none after it.
    await page.getByLabel('Từ ngày').fill('31/02/2026');
    await page.getByLabel('Từ ngày').blur();
    await page.getByText('Ngày chưa đúng.').waitFor();
    expect(await page.getByLabel('Từ ngày').inputValue()).toBe('31/02/2026');
    await page.getByLabel('Đến hết ngày').fill('31/12/9999');
    await page.getByRole('heading', { name: 'Nhật ký' }).waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await page.getByLabel('Loại mục').selectOption({ label: 'Vòng thi' });
    await page.getByText('Đang xem 2 việc').waitFor();
    await page.getByLabel('Loại mục').selectOption({ label: 'Hồ sơ' });
    await page
      .getByRole('link', { name: /^Chỉ xem mục này: Hồ sơ/ })
      .first()
      .click();
    await page.getByText('Đang xem một mục.').waitFor();
    expect(new URL(page.url()).searchParams.get('subject')).toMatch(/^entry\//);
    await page.getByText(/Đang xem [2-9] việc/).waitFor();
  });

  test('leads to the thing an act was about', async () => {
    await page.locator('.trail a').first().click();
    await page.getByRole('heading', { name: 'Sơ loại' }).waitFor();
    expect(page.url()).toMatch(/\/desk\/entries\//);
  });

  test('prints the acts without what one clicks', async () => {
    await page.goto(`${system.origin}${path}?operation=openRound`);
    await page.getByText('Đang xem 1 việc').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'In nhật ký' }).isVisible()).toBe(false);
    expect(await page.getByLabel('Từ ngày').isVisible()).toBe(false);
    expect(await page.locator('.trail > li').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });

  test('the secretariat is told that it is not for them, and has no way there', async () => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const other = await context.newPage();
    other.setDefaultTimeout(20_000);
    await other.goto(`${system.origin}${path}`);
    await signInOnPage(other, system, 'thu-ky@example.vn');
    await other.getByText('Nhật ký dành cho Ban Tổ chức.').waitFor();
    expect(await other.getByRole('link', { name: 'Nhật ký', exact: true }).count()).toBe(0);
    await context.close();
  });

  test('nothing went wrong, and nothing was asked of elsewhere', () => {
    expect(faults).toEqual([]);
  });
});
