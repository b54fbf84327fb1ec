import type { CommuneList } from '../contest/provinces.ts';

/**
 * One reader for each list that ever was in force. A list is a file of 120 KB beside the bundle (lib/infra/bundling.ts):
 * who asks for none pays for none, neither in the bundle nor at a cold start.
 */
const lists: ReadonlyMap<string, () => Promise<CommuneList>> = new Map([['2025-07-01', july2025]]);

async function july2025(): Promise<CommuneList> {
  const file = await import('../contest/communes-2025-07-01.list.json', { with: { type: 'json' } });
  return file.default;
}

/** The list that what is written today is checked against. */
export const loadCommuneList = july2025;

/** The list of a version that an address was kept with, or undefined where there never was such a one. */
export const loadCommuneListOf = async (version: string): Promise<CommuneList | undefined> =>
  await lists.get(version)?.();
