import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'chromium'))
  .find((path) => existsSync(path));

/** Why the tests in a browser cannot run on this machine, or undefined. With `CI=true` they must run: it throws then. */
export function whyNoChromium(): string | undefined {
  if (program !== undefined) return;
  const why = 'no chromium here (Debian: chromium)';
  if (process.env.CI === 'true') throw new Error(why);
  return why;
}

/** Starts a Chromium that talks to nobody of its own accord; `port` is for tools that look into it. */
export async function startChromium(port?: number): Promise<Browser> {
  return await chromium.launch({
    executablePath: program ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
  });
}

/** Collects what should never happen on a page: errors, requests to other origins. */
export function faultsOf(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:')) faults.push(`foreign: ${url}`);
  });
  return faults;
}

/** What axe-core finds wrong by WCAG 2.2 A and AA, each with the elements. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return toldOf(violations);
}

const toldOf = (violations: Awaited<ReturnType<AxeBuilder['analyze']>>['violations']): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);

/** What axe-core finds wrong with the colours alone: what else there is does not depend on the scheme. */
export async function colourFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast', 'link-in-text-block'])
    .analyze();
  return toldOf(violations);
}

/** How far the page can be scrolled sideways, in pixels: 0 on a page that fits. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}

/** What keeps people from a page: what axe-core finds, and scrolling sideways on a phone of 320 pixels or on the screen it is on. */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults = await accessibilityFaults(page);
  const screen = page.viewportSize() ?? { width: 1366, height: 768 };
  for (const size of [{ width: 320, height: 640 }, screen]) {
    await page.setViewportSize(size);
    const sideways = await sidewaysScroll(page);
    if (sideways !== 0) faults.push(`${sideways} pixels too wide at ${size.width}`);
  }
  return faults;
}
