import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Played, playContest } from '../../examples/play/play-contest.ts';
import { receiptPagePath } from '../../lib/contest/receipt-link.ts';
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
if (why !== undefined) console.warn(`skipped: after the publication: ${why}`);

const path = { editionId: 'kon-tum-play' };

describe.skipIf(why !== undefined)('after the publication', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let faults: readonly string[];
  let played: Played;
  let certificate: string;
  let winner: { readonly entryId: string; readonly owner: string };

  const as = (email: string) =>
    client({ origin: system.origin, token: async () => await system.token(email) });
  const checks = async (heading: string) => {
    const form = page.locator('form').filter({ has: page.getByRole('heading', { name: heading }) });
    await form.getByRole('button', { name: 'Kiểm tra' }).click();
  };

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    let ahead = 0;
    const stage = {
      origin: system.origin,
      token: system.token,
      settled: system.settled,
      advance: (milliseconds: number) => {
        ahead += milliseconds;
        system.advance(milliseconds);
      },
      now: () => Date.now() + ahead,
    };
    played = await playContest(stage, path.editionId, () => undefined);
    const { body } = await as('ban-to-chuc-1@so-khcn.example.vn').call(routes.issueCertificates, {
      path,
      body: { awards: 'all' },
    });
    await system.settled();
    const [first] = body.certificates;
    const entry = played.entries.find(({ entryId }) => entryId === first?.entryId);
    if (first === undefined || entry === undefined) throw new Error('nobody won');
    certificate = first.code;
    winner = entry;
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.setDefaultTimeout(20_000);
    faults = faultsOf(page, system.origin);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await system?.close();
  });

  test('everybody checks a certificate by its code, typed as people type', async () => {
    await page.goto(`${system.origin}/editions/${path.editionId}`);
    await page.getByRole('link', { name: 'Kiểm tra giấy chứng nhận' }).click();
    await page.getByRole('link', { name: 'Kết quả đã công bố' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const code = page.getByLabel('Mã giấy chứng nhận');
    await code.fill('12345');
    await checks('Giấy chứng nhận');
    await page.getByText('Mã phải có 26 chữ số và chữ cái.').waitFor();
    await code.fill('0'.repeat(26));
    await checks('Giấy chứng nhận');
    await page.getByText('Không có giấy chứng nhận nào mang mã này.').waitFor();
    await code.fill(certificate.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
    await checks('Giấy chứng nhận');
    await page.waitForURL(`${system.origin}/certificates/${certificate}`);
  });

  test('everybody checks a receipt by what is printed on it', async () => {
    const { body: receipt } = await as(winner.owner).call(routes.getReceipt, {
      path: { ...path, entryId: winner.entryId },
    });
    await page.goto(`${system.origin}/editions/${path.editionId}/check`);
    await page.getByLabel('Mã hồ sơ').fill('x');
    await checks('Giấy xác nhận đã nhận hồ sơ');
    await page.getByText('Phải có đủ 86 ký tự.').waitFor();
    await page.getByLabel('Mã hồ sơ').fill(receipt.code.toLowerCase());
    await page.getByLabel('Lần nộp').fill(String(receipt.submission));
    const { signature } = receipt;
    await page.getByLabel('Chữ ký').fill(`${signature.slice(0, 40)}\n${signature.slice(40)} `);
    await checks('Giấy xác nhận đã nhận hồ sơ');
    await page.getByText('Giấy xác nhận hợp lệ').waitFor();
    expect(page.url()).toBe(system.origin + receiptPagePath(receipt));
  });

  test('a winner reads scores by criterion and comments, and has the certificate', async () => {
    await page.goto(`${system.origin}/editions/${path.editionId}/entries/${winner.entryId}`);
    await signInOnPage(page, system, winner.owner);
    await page.getByRole('heading', { name: 'Kết quả chấm và nhận xét' }).waitFor();
    const tables = page.getByRole('table');
    await tables.first().waitFor();
    expect(await tables.first().getByRole('row').count()).toBeGreaterThan(5);
    expect(await tables.first().textContent()).toMatch(/\d,\d/);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Mở giấy chứng nhận (PDF)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByRole('link', { name: certificate }).waitFor();
  });

  test('whoever is invited may decline, asked twice', async () => {
    const organiser = as('ban-to-chuc-1@so-khcn.example.vn');
    const { body } = await organiser.call(routes.invitePerson, {
      path,
      body: { email: winner.owner, name: 'Y Blô', role: 'judge' },
    });
    await page.goto(`${system.origin}/me`);
    const invitation = page.locator('.notice').filter({ hasText: 'Giám khảo' });
    await invitation.getByRole('button', { name: 'Từ chối' }).click();
    await invitation.getByText('Từ chối lời mời này?').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('group').getByRole('button', { name: 'Từ chối' }).click();
    await invitation.waitFor({ state: 'detached' });
    const { items } = (await organiser.call(routes.listInvitations, { path })).body;
    expect(items.find(({ invitationId }) => invitationId === body.invitationId)?.state).toBe(
      'declined',
    );
  });

  test('a page whose part was replaced by an update loads itself anew, once', async () => {
    let refused = 0;
    await page.goto(`${system.origin}/editions/${path.editionId}`);
    await page.route('**/assets/rules-page-*.js', (route) => {
      refused += 1;
      return refused > 1 ? route.continue() : route.fulfill({ status: 404 });
    });
    await page.getByRole('link', { name: 'Xem thể lệ đầy đủ' }).click();
    await page.getByRole('heading', { name: 'Thể lệ', exact: true }).waitFor();
    expect(refused).toBe(2);
    await page.unrouteAll();
    await page.goto(`${system.origin}/editions/${path.editionId}`);
    await page.route('**/assets/check-page-*.js', (route) => route.fulfill({ status: 404 }));
    await page.getByRole('link', { name: 'Kiểm tra giấy chứng nhận' }).click();
    await page.getByText('Trang web vừa được cập nhật').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Tải lại trang' }).click();
    await page.getByLabel('Mã giấy chứng nhận').waitFor();
  });

  test('saw no error but those that were made', () => {
    expect(faults.filter((fault) => !/404|dynamically imported/.test(fault))).toEqual([]);
  });
});
