import { found, refuse } from '../../lib/contest/found.ts';
import type { Refusal } from '../../lib/contest/refusal.ts';
import {
  type ScreenedOne,
  screenEntries as screen,
  screeningBlockers,
} from '../../lib/contest/screen-entries.ts';
import { screeningRoutes } from '../../lib/contract/screening-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedByOffice, fitOneWrite, loadForScreenings } from '../../lib/store/screening.ts';

/** Opinions on many entries by the rule of one, all of them or none; a dry run only says what would become of each. */
export const screenEntries = endpoint(
  screeningRoutes.screenEntries,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId } = path;
    const { dryRun, decisions } = body;
    const ids = decisions.map(({ entryId }) => entryId);
    const facts = await loadForScreenings(table, editionId, ids, actor.personId);
    const edition = found(facts.edition);
    admit(facts.standing);
    const { plan } = found(facts.plan);
    const isOrganiser = facts.standing.roles.includes('organiser');
    const screened = screen(
      { edition, plan, officials: facts.officials, entries: facts.entries },
      decisions,
      { personId: actor.personId, isOrganiser },
      now,
    );
    const entries = screened.flatMap((one) => ('entry' in one ? [one.entry] : []));
    if (!dryRun) refuse(whyNotAll(edition.phase, screened) ?? whyTooLarge(fitOneWrite(entries)));
    const said = new Map(decisions.map(({ entryId, ...opinion }) => [entryId, opinion]));
    return save({
      changes: dryRun ? [] : changedByOffice(edition, entries),
      reply: { dryRun, outcomes: screened.map(outcomeOf) },
      subject: `screenings/${editionId}`,
      detail: { dryRun, decisions: decisions.map((one) => `${one.entryId} ${one.decision}`) },
      alsoTo: (dryRun ? [] : entries).map(({ entryId, state }) => ({
        subject: `entry/${editionId}/${entryId}`,
        detail: { ...said.get(entryId), state },
      })),
    });
  },
);

function whyNotAll(state: string, screened: readonly ScreenedOne[]): Refusal | undefined {
  const blockers = screeningBlockers(screened);
  return blockers.length > 0 ? { code: 'state-conflict', state, blockers } : undefined;
}

function whyTooLarge(fits: boolean): Refusal | undefined {
  const errors = [{ pointer: '/decisions', code: 'too-large' }];
  return fits ? undefined : { code: 'validation-failed', errors };
}

function outcomeOf(one: ScreenedOne) {
  const { entryId } = one;
  if ('entry' in one) return { entryId, would: one.entry.state };
  return { entryId, code: one.refusal.code, blockers: screeningBlockers([one]) };
}
