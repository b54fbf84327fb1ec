import { toInstant } from '../../lib/contest/local-time.ts';
import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import { type PlayedEntry, sampleEntries } from './entries.ts';
import { type Actors, cast } from './stage.ts';

/** An entry that is still a draft at the close, and one that is in. */
interface AtTheClose {
  readonly first: PlayedEntry;
  readonly last: PlayedEntry;
}

/**
 * The deadline passes: who comes a second late is refused, then the freeze runs. The clock is moved, so `now` tells what
 * time it is on the stage.
 */
export async function passDeadline(
  { does, isRefused, stage, tell }: Actors,
  editionId: string,
  { first, last }: AtTheClose,
  { plan, now }: { readonly plan: WirePlan; readonly now: () => number },
): Promise<void> {
  const path = { editionId };
  const closesAt = Date.parse(toInstant(plan.dates.submissionsCloseAt, plan.timeZone));
  stage.advance(closesAt + 1000 - now());
  const answer = new Date(now()).toISOString();
  tell({ who: 'clock', what: 'one second past the deadline', answer });
  const late = ({ entryId }: PlayedEntry) => ({
    path: { editionId, entryId },
    body: { acceptedPlanVersion: 1 },
  });
  await isRefused(first.owner, 'tries to hand in once more', routes.submitEntry, late(first));
  await isRefused(last.owner, 'hands in a second too late', routes.submitEntry, late(last));
  const [content] = sampleEntries(plan);
  if (content) {
    const tooLate = { path, body: { ...content, title: 'Quá muộn' } };
    await isRefused(cast.startup(7), 'begins an entry too late', routes.createEntry, tooLate);
  }
  stage.advance(60_000);
  await stage.settled();
  await does(
    cast.secretary,
    'looks at the edition after the freeze',
    routes.getEdition,
    { path },
    ({ phase }) => phase,
  );
}
