import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import { samplePdf } from '../../lib/platform/host/sample-pdf.ts';
import type { System } from '../../lib/platform/host/system.ts';
import { faultsOf, startChromium, whyNoChromium } from '../support/chromium.ts';
import { startSeededSystem } from '../support/seeded-system.ts';
import { signInOnPage } from '../support/sign-in-page.ts';

const why = whyNoChromium();
if (why !== undefined) console.warn(`skipped: an entry over a slow network: ${why}`);

const path = { editionId: 'kon-tum-2022' };
const bytesPerSecond = 400_000 / 8;
const slow = {
  offline: false,
  latency: 400,
  downloadThroughput: bytesPerSecond,
  uploadThroughput: bytesPerSecond,
};

/** A sound PDF of three megabytes: the weight is a comment before its cross-reference table. */
function heavyPdf(): Buffer {
  const text = Buffer.from(samplePdf('Sam day')).toString('latin1');
  const at = text.lastIndexOf('xref\n0');
  const weight = `%${'x'.repeat(3_000_000)}\n`;
  const table = text.slice(at).replace(/startxref\n\d+/, `startxref\n${at + weight.length}`);
  return Buffer.from(text.slice(0, at) + weight + table, 'latin1');
}

describe.skipIf(why !== undefined)('an applicant on 3G', () => {
  let browser: Browser;
  let system: System;
  let page: Page;
  let network: CDPSession;
  let faults: readonly string[];
  const figures: string[] = [];
  const conflicts: string[] = [];

  const box = (name: string) => page.getByRole('textbox', { name });
  const timed = async (what: string, most: number, act: () => Promise<unknown>) => {
    const begun = performance.now();
    await act();
    const seconds = (performance.now() - begun) / 1000;
    figures.push(`${what}: ${seconds.toFixed(1)} s`);
    expect(seconds, what).toBeLessThan(most);
  };
  const chooses = async () =>
    await page.setInputFiles('input[type=file] >> nth=0', {
      name: 'thuyết minh.pdf',
      mimeType: 'application/pdf',
      buffer: heavyPdf(),
    });
  const hasSent = async (part: number) =>
    await expect
      .poll(async () => Number(await page.getByRole('progressbar').getAttribute('value')), {
        timeout: 90_000,
      })
      .toBeGreaterThan(part);

  beforeAll(async () => {
    [browser, system] = await Promise.all([startChromium(), startSeededSystem()]);
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
    faults = faultsOf(page, system.origin);
    page.on('response', (response) => {
      if (response.status() === 409) conflicts.push(response.url());
    });
    network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', slow);
  });

  afterAll(async () => {
    console.info(`over 400 kbit/s and 400 ms: ${figures.join('; ')}`);
    await browser?.close();
    await system?.close();
  });

  test('reads the contest and begins an entry', { timeout: 120_000 }, async () => {
    await timed('the first page', 15, async () => {
      await page.goto(system.origin);
      await page
        .getByRole('link', { name: /Kon Tum/ })
        .first()
        .waitFor();
    });
    await page
      .getByRole('link', { name: /Kon Tum/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Đăng ký dự thi' }).click();
    await signInOnPage(page, system, 'cham@example.vn');
    await page.getByLabel('Tên hồ sơ dự thi').fill('Sâm dây sấy lạnh');
    await page.getByLabel('Bảng thi').selectOption({ label: 'Ý tưởng' });
    await timed('the form of the entry', 20, async () => {
      await page.getByRole('button', { name: 'Bắt đầu hồ sơ' }).click();
      await page.getByRole('heading', { name: 'Sâm dây sấy lạnh' }).waitFor();
    });
  });

  test('writes while a file is on its way, through a cut and a reload', {
    timeout: 300_000,
  }, async () => {
    // The first attempt is under way until the network goes; what is emulated as offline would let it arrive.
    const cut = Promise.withResolvers<void>();
    let attempts = 0;
    await page.route(
      (url) => url.origin === system.origin && !url.pathname.startsWith('/api/'),
      async (route) => {
        if (route.request().method() !== 'PUT') return await route.continue();
        attempts += 1;
        if (attempts > 1) return await route.continue();
        await cut.promise;
        await route.abort('internetdisconnected');
      },
    );
    await chooses();
    await expect.poll(() => attempts, { timeout: 30_000 }).toBe(1);
    // Keys while each saving takes longer than the pause before the next: none overtakes another.
    await page.getByLabel('Lĩnh vực').selectOption({ index: 1 });
    await box('Tóm tắt').pressSequentially('Sấy lạnh sâm dây.', { delay: 120 });
    await box('Giới thiệu công khai').pressSequentially('Sâm dây.', { delay: 120 });
    await page.getByText('Đã lưu.', { exact: true }).waitFor();
    await page.getByText('Đang gửi thuyết minh.pdf').waitFor();
    await network.send('Network.emulateNetworkConditions', { ...slow, offline: true });
    cut.resolve();
    await page.getByText('Không có mạng.').waitFor();
    await box('Giới thiệu công khai').fill('Sâm dây của người Xơ Đăng.');
    await page.getByText('Mất mạng: chưa lưu').waitFor();
    await network.send('Network.emulateNetworkConditions', slow);
    await page.getByText('Đã lưu.', { exact: true }).waitFor();
    // It goes on by itself, and is lost to a reload in the middle.
    await expect.poll(() => attempts, { timeout: 30_000 }).toBe(2);
    await hasSent(0.1);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await timed('the form after a reload', 20, async () => {
      await page.reload();
      await page.getByRole('heading', { name: 'Sâm dây sấy lạnh' }).waitFor();
    });
    expect(await box('Giới thiệu công khai').inputValue()).toBe('Sâm dây của người Xơ Đăng.');
    await page.getByText('chưa tải xong, chọn lại tệp').waitFor();
    await timed('3 MB', 150, async () => {
      await chooses();
      await page.getByText(/đang kiểm tra|đã kiểm tra/).waitFor({ timeout: 150_000 });
    });
    expect(await page.getByText('thuyết minh.pdf').count()).toBe(1);
  });

  test('hands in at the last minute', { timeout: 120_000 }, async () => {
    await page.getByLabel('Loại chủ thể').selectOption({ label: 'Cá nhân' });
    await box('Họ và tên').first().fill('Y Blô');
    await box('Điện thoại').fill('0912 345 679');
    await page.getByLabel('Tỉnh, thành phố').selectOption({ label: 'Tỉnh Quảng Ngãi' });
    await page.getByLabel('Xã, phường, đặc khu').selectOption({ index: 1 });
    await box('Số nhà, đường, thôn').fill('Thôn Đăk Ra');
    await page.getByRole('button', { name: 'Thêm thành viên' }).click();
    await box('Họ và tên').nth(1).fill('Y Blô');
    for (const tick of await page.getByRole('checkbox').all()) await tick.check();
    await page.getByText('Hồ sơ đã đủ, có thể nộp.').waitFor();
    await page.getByText('Đã lưu.', { exact: true }).waitFor();

    const anybody = client({ origin: system.origin });
    const { closesAt, serverTime } = (await anybody.call(routes.getEdition, { path })).body;
    system.advance(Date.parse(closesAt) - Date.parse(serverTime) - 60_000);
    await timed('handed in', 20, async () => {
      await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
      await page.getByText('Giấy xác nhận đã nhận hồ sơ').waitFor();
    });
    const { submittedAt = '' } = await mine();
    expect(Date.parse(closesAt) - Date.parse(submittedAt)).toBeGreaterThan(0);
    expect(Date.parse(closesAt) - Date.parse(submittedAt)).toBeLessThan(60_000);
  });

  async function mine() {
    const own = client({
      origin: system.origin,
      token: async () => await system.token('cham@example.vn'),
    });
    const [entry] = (await own.call(routes.getMe)).body.entries;
    const entryPath = { ...path, entryId: entry?.entryId ?? '' };
    return (await own.call(routes.getEntry, { path: entryPath })).body;
  }

  test('saw no error but those of the cut network', () => {
    expect(faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|409/.test(fault))).toEqual([]);
    // After the cut the page asks whether the bytes had arrived, and is told no.
    expect(conflicts.filter((url) => !/\/documents\/[^/]+\/confirmation$/.test(url))).toEqual([]);
  });
});
