import { toInstant } from '../../lib/contest/local-time.ts';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import { type PlayedEntry, sampleEntries } from './hand-in.ts';
import { type Actors, cast } from './stage.ts';

/**
 * The deadline passes: who comes late is refused, the freeze runs, and the secretary screens what is in. The
 * clock is moved to a second before and a second after, so `now` tells what time it is on the stage.
 */
export async function closeAndScreen(
  actors: Actors,
  editionId: string,
  entries: readonly PlayedEntry[],
  { plan, now }: { readonly plan: WirePlan; readonly now: () => number },
): Promise<void> {
  const { does, isRefused, stage, tell } = actors;
  const closesAt = Date.parse(toInstant(plan.dates.submissionsCloseAt, plan.timeZone));
  const [first] = entries;
  if (!first) throw new Error('nobody handed anything in');
  stage.advance(closesAt + 1000 - now());
  tell({
    who: 'clock',
    what: 'one second past the deadline',
    answer: new Date(now()).toISOString(),
  });
  const late = { path: { editionId, entryId: first.entryId }, body: { acceptedPlanVersion: 1 } };
  await isRefused(first.owner, 'tries to hand in once more', routes.submitEntry, late);
  const [content] = sampleEntries(plan);
  if (content) {
    const tooLate = { path: { editionId }, body: { ...content, title: 'Quá muộn' } };
    await isRefused(cast.startup(7), 'begins an entry too late', routes.createEntry, tooLate);
  }
  stage.advance(60_000);
  await stage.settled();
  await does(
    cast.secretary,
    'looks at the edition after the freeze',
    routes.getEdition,
    { path: { editionId } },
    ({ phase }) => phase,
  );
  for (const { entryId, title } of entries) {
    await does(
      cast.secretary,
      `screens "${title}"`,
      routes.screenEntry,
      { path: { editionId, entryId }, body: { decision: 'eligible', reasons: [] } },
      ({ state }) => state,
    );
  }
  await stage.settled();
  await releaseDecisions(actors, editionId);
}

/** The rules have decisions read before they leave. */
async function releaseDecisions({ does }: Actors, editionId: string): Promise<void> {
  const { items } = await does(
    cast.secretary,
    'reads the mails that wait',
    routes.listMails,
    { path: { editionId }, query: { state: 'held' } },
    (page) => `${page.items.length} held`,
  );
  await does(
    cast.secretary,
    'releases them',
    routes.releaseMails,
    { path: { editionId }, body: { mailIds: items.map(({ mailId }) => mailId), dryRun: false } },
    ({ mailIds }) => `${mailIds.length} released`,
  );
}
