import { describe, expect, it } from 'vitest';
import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { canaries, canaryContent } from '../support/canaries.ts';
import { publishedFiles } from '../support/published-files.ts';
import { openWorld, type World } from '../support/world.ts';
import type { Caller } from '../support/world-callers.ts';
import { exampleContent } from '../support/world-entries.ts';
import {
  type Contender,
  close,
  finalRound,
  firstRound,
  openScoring,
  scoreAll,
} from '../support/world-judging.ts';
import { outboxOf } from '../support/world-mails.ts';
import { people } from '../support/world-people.ts';
import {
  approve,
  closedFirstRound,
  decisionOf,
  minutesOf,
  noCertificate,
  planPublication,
  signMinutes,
} from '../support/world-results.ts';

/** What names the winner to those who are not the winner. */
const winner = [canaries.title, canaries.name, canaries.publicSummary, canaries.member];
const loser = people.applicant2;

/** Files for the office and acts on the result: an outsider who tries them is told nothing either. */
const isTried = ({ method, path }: Route): boolean =>
  method === 'GET' ||
  /exports|papers|certificates|minutes|publication|announcement|retraction|corrections/u.test(path);

/** Every read of the API, of each round and entry, by one caller. */
async function crawl(by: Caller, entries: readonly Contender[]): Promise<string> {
  const texts: string[] = [];
  for (const route of Object.values<Route>(routes)) {
    if (!isTried(route)) continue;
    for (const roundId of [firstRound, finalRound]) {
      for (const { entryId, code } of entries) {
        const mailId = `receipt-${entryId}-1`;
        const certificate = noCertificate;
        const one = { submission: '1', resultVersion: '1', prizeId: 'nhat', certificate };
        const ids = { roundId, entryId, code, mailId, ...one };
        const path = pathOf(route, ids);
        // Nobody but the entrant has the signature.
        const said = route.path.includes('{code}') ? { query: { signature: 'A'.repeat(86) } } : {};
        const body = route.method === 'POST' ? { body: {} } : {};
        const { text, headers } = await by.call(route, { path, ...said, ...body });
        texts.push(text, JSON.stringify(headers));
      }
    }
  }
  return texts.join('\n');
}

function pathOf(route: Route, named: { readonly [name: string]: string }) {
  const places = Object.entries(named);
  return Object.fromEntries(places.filter(([name]) => route.path.includes(`{${name}}`)));
}

/** All that an outsider can come by: the API as nobody, another applicant and a stranger, files, mails to others, the log. */
async function outside(world: World, entries: readonly Contender[]): Promise<string> {
  await world.settle();
  const callers = [world.anonymous, world.as(loser), world.as(people.organiserElsewhere)];
  const crawled: string[] = [];
  for (const caller of callers) crawled.push(await crawl(caller, entries));
  const files = JSON.stringify(await publishedFiles(world));
  // Those that have left, and those that are still to leave.
  const mails = [...world.mails, ...outboxOf(world)].filter(
    ({ to }) => to !== people.applicant1.email,
  );
  return [...crawled, files, JSON.stringify(mails), ...world.lines].join('\n');
}

const hits = (text: string, what: readonly string[]) => what.filter((each) => text.includes(each));

const paper = { reason: 'Xem lại', documentNumber: '98/QĐ-BTC' };
const emptied = { ...paper, kind: 'leave-empty', prizeId: 'ba', places: 1 };

describe('the winner', () => {
  it('is named by nothing outside before the publication, and then by what was agreed to', async () => {
    await using world = await openWorld();
    const silent = exampleContent(1, {
      consents: [{ purpose: 'to-chuc', version: '2022-05-20' }],
    });
    const contents = [canaryContent(), silent];
    const entries = await closedFirstRound(world, { contents });
    const code = entries[0]!.code;
    const secrets = [...winner, code];
    const unnamed = hits(await outside(world, entries), secrets);
    expect(unnamed).toEqual([]);

    const digests = [await approve(world)];
    expect(hits(await outside(world, entries), [...secrets, ...digests])).toEqual([]);
    await openScoring(world, entries, { roundId: finalRound });
    await scoreAll(world, entries, { roundId: finalRound });
    await close(world, finalRound);
    expect(hits(await outside(world, entries), [...secrets, ...digests])).toEqual([]);
    const digest = await approve(world, finalRound);
    expect(hits(await outside(world, entries), [...secrets, ...digests, digest])).toEqual([]);
    expect(await world.results.list('')).toEqual([]);

    await signMinutes(world, digest);
    const decision = decisionOf(world);
    const { title: about, documentNumber, signer } = decision;
    const papers = [about, documentNumber, signer.name, minutesOf(world, digest).documentNumber];
    const all = [...secrets, ...digests, digest, ...papers];
    expect(hits(await outside(world, entries), all)).toEqual([]);

    // Planned, and stopped by a conflict that an organiser learns of only then.
    await planPublication(world, digest, '2022-10-10T01:00:00.000Z');
    expect(hits(await outside(world, entries), all)).toEqual([]);
    const path = { roundId: finalRound };
    await world.as(people.organiserA).reply(routes.recordDecision, { path, body: emptied });
    world.at('2022-10-10T01:00:00.000Z');
    expect(hits(await outside(world, entries), all)).toEqual([]);
    expect(outboxOf(world).map(({ kind }) => kind)).toContain('publication-stopped');

    // Put right, planned anew, and out at its instant.
    const withdrawn = { ...paper, kind: 'withdraw', decision: 1 };
    await world.as(people.organiserA).reply(routes.recordDecision, { path, body: withdrawn });
    expect(await approve(world, finalRound)).toBe(digest);
    await signMinutes(world, digest);
    await planPublication(world, digest, '2022-10-11T01:00:00.000Z');
    world.at('2022-10-11T00:59:59.999Z');
    expect(hits(await outside(world, entries), all)).toEqual([]);
    expect(await world.results.list('')).toEqual([]);
    world.at('2022-10-11T01:00:00.000Z');
    const published = await outside(world, entries);
    const { title, name, publicSummary, member } = canaries;
    expect(hits(published, [title, name, publicSummary, code, digest])).toHaveLength(5);
    const { applicant, publicSummary: unpublished } = silent;
    const files = JSON.stringify(await world.anonymous.reply(routes.getResult));
    expect(hits(files, [silent.title])).toEqual([silent.title]);
    expect(hits(files, [applicant!.name, unpublished!])).toEqual([]);
    expect(hits(published, [member, canaries.phone, canaries.summary, ...digests])).toEqual([]);
  });

  it('would be found, were it there: the crawl reads what the winner may read', async () => {
    await using world = await openWorld();
    const entries = await closedFirstRound(world, {
      contents: [canaryContent(), exampleContent(1)],
    });
    expect(hits(await crawl(world.as(people.applicant1), entries), winner)).toEqual(winner);
    expect(hits(await crawl(world.as(people.organiserA), entries), winner)).toEqual(winner);
  });
});
