import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFaults, colourFaults, faultsOf, sidewaysScroll } from './chromium.ts';
import type { PageStop } from './page-stops.ts';
import { type PageWorld, type PageWorldName, pageWorlds } from './page-worlds.ts';
import { signInOnPage } from './sign-in-page.ts';

const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `phone-${colorScheme}`, viewport: { width: 360, height: 740 }, colorScheme },
  { name: `desktop-${colorScheme}`, viewport: { width: 1366, height: 768 }, colorScheme },
]);

/** Where pictures of every page are kept; none are taken without it. */
const pictures = process.env.PICTURES;

/** What was wrong with a page, by look; empty on a page that everybody can use. */
export type VisitFaults = { readonly [look: string]: readonly string[] };

/** Goes from page to page in one browser: each world is brought up once, each person signs in once. */
export class PageVisits {
  readonly #browser: Browser;
  readonly #worlds = new Map<PageWorldName, Promise<PageWorld>>();
  readonly #pages = new Map<string, Promise<{ page: Page; faults: string[] }>>();

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Brings up what these pages are in. */
  async prepare(stops: readonly PageStop[]): Promise<void> {
    for (const name of new Set(stops.map(({ world }) => world))) await this.#world(name);
  }

  /** Opens the page as whoever the stop names. */
  async open(stop: PageStop): Promise<{ readonly page: Page; readonly faults: string[] }> {
    const world = await this.#world(stop.world);
    const known = this.#pages.get(`${stop.world} ${stop.who}`);
    const opening = known ?? this.#newPage(world);
    this.#pages.set(`${stop.world} ${stop.who}`, opening);
    const opened = await opening;
    const { page, faults } = opened;
    faults.length = 0;
    await page.goto(world.system.origin + stop.address(world.found));
    if (known === undefined && stop.who !== undefined) {
      await signInOnPage(page, world.system, stop.who);
    }
    await hasArrived(page);
    return opened;
  }

  /** Opens a public page that nobody was on before; its time can be made to run by its `clock`. */
  async openWithClock(stop: PageStop): Promise<Page> {
    const world = await this.#world(stop.world);
    const { page } = await this.#newPage(world);
    await page.clock.install();
    await page.goto(world.system.origin + stop.address(world.found));
    await hasArrived(page);
    return page;
  }

  /** Looks at it on a phone and at a desk, by day and by night. */
  async look(stop: PageStop): Promise<VisitFaults> {
    const { page, faults } = await this.open(stop);
    const found: { [look: string]: readonly string[] } = {};
    for (const { name, viewport, colorScheme } of looks) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const sideways = await sidewaysScroll(page);
      const wrong = await (colorScheme === 'light' ? accessibilityFaults : colourFaults)(page);
      if (sideways > 0) wrong.push(`scrolls sideways by ${sideways} pixels`);
      if (wrong.length > 0) found[name] = wrong;
      if (pictures === undefined) continue;
      await page.screenshot({ path: join(pictures, `${stop.name}-${name}.png`), fullPage: true });
    }
    const [begs, isTold] = [
      page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true }),
      page.getByRole('alert'),
    ];
    if (stop.who !== undefined && (await begs.count()) > 0) faults.push('asks to sign in');
    if ((await isTold.count()) > 0) faults.push('says that it failed');
    // Some pages ask for what may not be there yet; that is no fault of theirs.
    const told = faults.filter((fault) => !(stop.isMissing === true && /40[34]/.test(fault)));
    if (told.length > 0) found['errors'] = told;
    return found;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    for (const world of this.#worlds.values()) await (await world).system.close();
  }

  #world(name: PageWorldName): Promise<PageWorld> {
    const world = this.#worlds.get(name) ?? pageWorlds[name]();
    this.#worlds.set(name, world);
    return world;
  }

  async #newPage({ system }: PageWorld): Promise<{ page: Page; faults: string[] }> {
    const context = await this.#browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return { page, faults: faultsOf(page, system.origin) };
  }
}

async function hasArrived(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('p.waiting').first().waitFor({ state: 'detached' });
}
