import { shiftLocal } from '../../lib/contest/local-date.ts';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import { checkReceipt } from './check-receipt.ts';
import type { PlayedEntry } from './entries.ts';
import { submit } from './hand-in.ts';
import { type Actors, cast } from './stage.ts';
import { supplement } from './supplement.ts';

const day = 86_400_000;

/**
 * Between the deadline and the judging: a late entry by exception, a supplement, and the screening of all, tried before it
 * is done. What is open for two days must be over before anything can be decided.
 */
export async function screen(
  actors: Actors,
  editionId: string,
  entries: readonly PlayedEntry[],
  plan: WirePlan,
): Promise<void> {
  const { stage, tell } = actors;
  const [, second] = entries;
  const last = entries.at(-1);
  if (!second || !last) throw new Error('there are too few entries to screen');
  const closesAt = shiftLocal(plan.dates.submissionsCloseAt, 2);
  await admitLate(actors, editionId, last, closesAt);
  await lookThrough(actors, editionId);
  await supplement(actors, editionId, second, {
    closesAt,
    whileOpen: async () => await screenAll(actors, editionId, entries, { dryRun: true }),
  });
  stage.advance(2 * day);
  tell({ who: 'clock', what: 'two days later', answer: `past ${closesAt}` });
  await screenAll(actors, editionId, entries, { dryRun: true });
  await screenAll(actors, editionId, entries, { dryRun: false });
  await stage.settled();
  await actors.does(
    cast.secretary,
    `reads the history of "${second.title}"`,
    routes.getEntryHistory,
    { path: { editionId, entryId: second.entryId } },
    ({ items }) => items.map(({ operation }) => operation).join(', '),
  );
}

/** An organiser lets in what missed the deadline. */
async function admitLate(
  actors: Actors,
  editionId: string,
  { entryId, owner, title }: PlayedEntry,
  closesAt: string,
): Promise<void> {
  const path = { editionId, entryId };
  const reason = 'Mất điện toàn xã từ 16 giờ đến 18 giờ, có xác nhận của điện lực.';
  const exception = { path, body: { closesAt, reason, documentNumber: '95/QĐ-BTC' } };
  const { does, isRefused, stage } = actors;
  await isRefused(cast.secretary, 'tries to admit it late', routes.admitLateEntry, exception);
  await does(
    cast.organisers[0],
    `admits "${title}" late by a decision`,
    routes.admitLateEntry,
    exception,
    ({ late }) => `until ${late?.closesAt}`,
  );
  await checkReceipt(actors, await submit(actors, path, owner));
  await stage.settled();
}

/** The list as the secretariat works with it: counted, filtered, searched. */
async function lookThrough({ does }: Actors, editionId: string): Promise<void> {
  const path = { editionId };
  const { secretary } = cast;
  await does(
    secretary,
    'counts the entries',
    routes.countEntries,
    { path },
    ({ total, byState, incomplete }) =>
      `${total} entries, ${byState.submitted} submitted, ${incomplete} incomplete`,
  );
  const codes = ({ items }: { readonly items: readonly { readonly title: string }[] }) =>
    items.map(({ title }) => title).join('; ');
  const cooperatives = { path, query: { applicantKind: 'cooperative' as const } };
  await does(secretary, 'lists the cooperatives', routes.listEntries, cooperatives, codes);
  const search = { path, query: { state: 'submitted' as const, text: 'sam ngoc' } };
  await does(secretary, 'searches for "sam ngoc"', routes.listEntries, search, codes);
}

async function screenAll(
  { does }: Actors,
  editionId: string,
  entries: readonly PlayedEntry[],
  { dryRun }: { readonly dryRun: boolean },
): Promise<void> {
  const decisions = entries.map(({ entryId }) => ({
    entryId,
    decision: 'eligible' as const,
    reasons: [],
  }));
  await does(
    cast.secretary,
    dryRun ? 'tries to find all eligible' : 'finds all eligible',
    routes.screenEntries,
    { path: { editionId }, body: { dryRun, decisions } },
    ({ outcomes }) =>
      outcomes
        .map(({ would, blockers = [] }) => would ?? blockers.map(({ because }) => because).join())
        .join(', '),
  );
}
