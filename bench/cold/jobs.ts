import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { ApiEvent } from '../../lib/http/api-event.ts';
import type { Item } from '../../lib/platform/table.ts';
import { apiEvent, claimsOf, type EventParts } from '../../test/support/events.ts';
import { openWorld, type World } from '../../test/support/world.ts';
import type { Person } from '../../test/support/world-callers.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  offerOf,
  screen,
  submittedEntry,
} from '../../test/support/world-entries.ts';
import { people } from '../../test/support/world-people.ts';

/** One call of one function, and what lies in the table when it comes. */
export interface Job {
  readonly operation: string;
  /** The function's name, and the typical handler's that does the same. */
  readonly capability: string;
  readonly typical: string;
  readonly event: ApiEvent;
  readonly items: readonly Item[];
}

const roundId = 'so-khao';

/** A job of each function of the API, out of the life of one edition. */
export async function coldJobs(): Promise<readonly Job[]> {
  await using world = await openWorld();
  const jobs: Job[] = [];
  const add = (route: Route, typical: string, by: Person | undefined, parts: EventParts): void => {
    const claims = by && claimsOf(by.personId, { email: by.email, email_verified: true });
    const path = { editionId: world.editionId, ...parts.path };
    const event = apiEvent(route, { ...parts, path, at: world.now(), ...(claims && { claims }) });
    const items = itemsOf(world);
    jobs.push({ operation: route.operation, capability: route.capability, typical, event, items });
  };

  add(routes.getEdition, 'get-edition', undefined, {});
  add(routes.createEntry, 'create-entry', people.applicant2, { body: exampleContent(1) });
  const draft = await draftEntry(world, people.applicant3, exampleContent(2));
  add(routes.requestUpload, 'request-upload', people.applicant3, {
    path: { entryId: draft.entryId },
    body: offerOf(Buffer.from('%PDF-1.7')),
  });
  const { entryId } = await submittedEntry(world);
  await closeSubmissions(world);
  await screen(world, entryId);
  const body = await openForJudge(world, entryId);
  const path = { roundId, entryId };
  add(routes.saveScoreSheet, 'save-score-sheet', people.judge1, {
    path,
    body,
    headers: { 'if-match': '"0"' },
  });
  const judge = world.as(people.judge1);
  await judge.reply(routes.saveScoreSheet, { path, body, ifMatch: 0 });
  await judge.reply(routes.submitScoreSheet, { path, ifMatch: 1 });
  const closing = { path: { roundId }, body: { acceptMissing: true, reason: 'One judge' } };
  await world.as(people.organiserA).reply(routes.closeRound, closing);
  add(routes.previewRanking, 'preview-ranking', people.organiserA, { path: { roundId } });
  return jobs;
}

/** Assigned, opened and declared: what the judge will write. */
async function openForJudge(world: World, entryId: string) {
  const organiser = world.as(people.organiserA);
  const pairs = [{ entryId, judgeId: people.judge1.personId }];
  await organiser.reply(routes.assignEntries, { path: { roundId }, body: { pairs } });
  await organiser.reply(routes.openRound, { path: { roundId } });
  const judge = world.as(people.judge1);
  const path = { roundId, entryId };
  await judge.reply(routes.declareConflict, { path, body: { conflict: false, reason: '' } });
  const edition = await judge.reply(routes.getEdition);
  const round = edition.plan.rounds.find(({ id }) => id === roundId);
  const { rubric } = round?.rubrics[0] ?? {};
  const points = Object.fromEntries(
    (rubric?.criteria ?? []).map(({ id, maxPoints }) => [id, maxPoints]),
  );
  return { planVersion: edition.planVersion, points, comment: 'Đã đọc hồ sơ.', note: '' };
}

/** Everything in the main table at this moment. */
function itemsOf({ table }: World): Item[] {
  const rows = table.database.prepare('SELECT body FROM main').all();
  return rows.map(({ body }): Item => JSON.parse(String(body)));
}
