import { describe, expect, it } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import { exampleContent } from '../../support/world-entries.ts';
import {
  acceptMissing,
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  handIn,
  marksOf,
  openScoring,
  scoringEntries,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, organiserB, judge1, judge2, judge3 } = people;
const [j1, j2, j3] = [judge1.personId, judge2.personId, judge3.personId];
const path = { roundId: firstRound };

/** Judges of the first round may be ten percent apart. */
const tenPercent = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.map((round, at) =>
    at > 0 ? round : { ...round, divergence: { mode: 'absolute', percent: 10 } },
  ),
});

/** Three entries of one track: the second has one judge far below the others, the third is last. Judges 1 to 3, judge 2 leads. */
async function closed(world: World): Promise<readonly string[]> {
  const contents = contenders(3).map((content) => ({ ...content, trackId: 'y-tuong' }));
  const entries = await eligibleEntries(world, contents);
  const body = { judges: [j1, j2, j3], chair: j2 };
  await world.as(organiserA).reply(routes.setPanel, { path, body, ifMatch: 1 });
  await openScoring(world, entries);
  for (const [at, { entryId }] of entries.entries()) {
    for (const judge of [judge1, judge2, judge3]) {
      const far = judge === judge1 ? 40 : 0;
      await handIn(world, judge, entryId, { halfPointsLess: [0, far, 20][at]! });
    }
  }
  await close(world);
  return entries.map(({ entryId }) => entryId);
}

const pageOf = async (world: World, entryId: string, by: Person = organiserA) =>
  await world.as(by).call(routes.getDeliberation, { path: { ...path, entryId } });
const figure = (exact: string, printed: string) => ({ exact, printed });
const closeTo = (because: string) => ({ status: 403, code: 'conflict-of-interest', because });
const works = async (world: World, by: Person, organisation: string) => {
  const asThem = world.as(by);
  const { version } = await asThem.reply(routes.getOwnDetails);
  await asThem.reply(routes.saveOwnDetails, { body: { organisation }, ifMatch: version });
};

describe('the page to deliberate by', () => {
  it('shows sheets, spread, flag, decisions and neighbours of one entry', async () => {
    await using world = await openWorld({ plan: tenPercent });
    const [first, far, last] = (await closed(world)) as [string, string, string];
    const paper = { reason: 'Hội đồng thống nhất', documentNumber: '06/BB-HĐGK' };
    const ruling = { decision: 'confirmed', ...paper };
    const ofFar = { path: { ...path, entryId: far }, body: ruling };
    await world.as(judge2).reply(routes.resolveFlag, ofFar);
    const number = { kind: 'advance-number', trackId: 'y-tuong', perTrack: 1, ...paper };
    await world.as(organiserA).reply(routes.recordDecision, { path, body: number });

    const { status, body } = await pageOf(world, far);
    const { criteria, sheets, flag, ...page } = body;
    expect([status, page]).toEqual([
      200,
      {
        roundId: firstRound,
        entryId: far,
        code: expect.stringMatching(/^KT22-/),
        title: contenders(2)[1]!.title,
        trackId: 'y-tuong',
        notCounted: [],
        score: { mean: '280/3', printed: '93.33' },
        spread: {
          lowest: figure('80', '80.00'),
          highest: figure('100', '100.00'),
          range: figure('20', '20.00'),
          mean: figure('280/3', '93.33'),
        },
        whyNotEligible: [],
        standings: [{}, { trackId: 'y-tuong' }].map((of) => ({
          ...of,
          rank: 2,
          score: '93.33',
          beside: [],
          above: { rank: 1, score: '100.00', entryIds: [first] },
          below: { rank: 3, score: '90.00', entryIds: [last] },
        })),
        prizeIds: [],
        tieDecisions: [],
        decisions: [],
      },
    ]);
    expect(sheets).toEqual([
      {
        judgeId: j1,
        total: figure('80', '80.00'),
        points: marksOf(firstRound, 40),
        comment: 'Ý tưởng tốt',
        note: '',
      },
      ...[j2, j3].map((judgeId) => ({
        judgeId,
        total: figure('100', '100.00'),
        points: marksOf(firstRound),
        comment: 'Ý tưởng tốt',
        note: '',
      })),
    ]);
    expect(flag).toMatchObject({
      state: 'confirmed',
      divergent: [j1],
      ruling: { ...ruling, by: j2 },
    });
    expect(criteria[0]).toMatchObject({ name: { vi: expect.any(String) }, printed: '13.33' });
  });

  it('names decisions about the entry, those taken back as well', async () => {
    await using world = await openWorld({
      plan: (example) => ({
        ...example,
        rounds: example.rounds.map((round, at) =>
          at > 0
            ? round
            : {
                ...round,
                rules: {
                  ...round.rules,
                  tieBreak: [{ kind: 'shared' as const }],
                  cutTie: 'unresolved' as const,
                  advance: { perTrack: 1 },
                },
              },
        ),
      }),
    });
    const contents = [0, 1].map((at) => exampleContent(at, { trackId: 'y-tuong' }));
    const entries = await eligibleEntries(world, contents);
    await openScoring(world, entries);
    for (const { entryId } of entries) {
      for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entryId);
    }
    await close(world);
    const [one, other] = entries.map(({ entryId }) => entryId) as [string, string];
    const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };
    const said = { kind: 'advance-tied', trackId: 'y-tuong', entryIds: [one], ...paper };
    const asOrganiser = world.as(organiserA);
    await asOrganiser.reply(routes.recordDecision, { path, body: said });
    const back = { kind: 'withdraw', decision: 1, ...paper };
    await asOrganiser.reply(routes.recordDecision, { path, body: back });
    for (const entryId of [one, other]) {
      const { decisions, standings } = (await pageOf(world, entryId)).body;
      expect(decisions.map(({ kind, isInForce }) => [kind, isInForce])).toEqual([
        ['advance-tied', false],
        ['withdraw', false],
      ]);
      expect(standings[0]!.beside).toEqual([entryId === one ? other : one]);
    }
  });

  it('is the organisers’, the panel’s and its chair’s, once the round is closed', async () => {
    await using world = await openWorld({ plan: tenPercent });
    const [first = ''] = await closed(world);
    const seen = (await pageOf(world, first)).text;
    for (const judge of [judge1, judge2, judge3]) {
      expect((await pageOf(world, first, judge)).text).toBe(seen);
    }
    const said = { path: { ...path, entryId: first } };
    const others = ['secretary', 'applicant1', 'administrator', 'revoked'] as const;
    expect(await refusalsOf(world, routes.getDeliberation, said, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
    const unknown = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';
    expect(refusalIn(await pageOf(world, unknown))).toEqual(notFound);

    await using open = await openWorld();
    const [entry] = await scoringEntries(open);
    expect(refusalIn(await pageOf(open, entry!.entryId))).toMatchObject({ state: 'scoring' });
    // Without a panel no judge looks at the others' sheets.
    await close(open, firstRound, acceptMissing);
    expect(refusalIn(await pageOf(open, entry!.entryId, judge1))).toEqual(forbidden('organiser'));
  });

  it('is closed to who is close to the entry, by whatever shows it', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    const body = { judges: [j1, j2, j3], chair: j2 };
    await world.as(organiserA).reply(routes.setPanel, { path, body, ifMatch: 1 });
    await openScoring(world, entries);
    const [one, other] = entries.map(({ entryId }) => entryId) as [string, string];
    await declare(world, judge1, one, { conflict: true, reason: 'Họ hàng' });
    await close(world, firstRound, acceptMissing);
    await world.as(organiserA).reply(routes.recordConflict, {
      path: { ...path, entryId: one, judgeId: j3 },
      body: { reason: 'Cùng góp vốn' },
    });
    await works(world, organiserB, exampleContent(0).applicant!.name);
    expect(refusalIn(await pageOf(world, one, judge1))).toEqual(closeTo('declared'));
    expect(refusalIn(await pageOf(world, one, judge3))).toEqual(closeTo('recorded'));
    expect(refusalIn(await pageOf(world, one, organiserB))).toEqual(closeTo('derived'));
    for (const person of [judge1, judge3, organiserB]) {
      expect((await pageOf(world, other, person)).status).toBe(200);
    }
  });
});

describe('who is close to an entry', () => {
  it('sees no judge’s sheet of it in the ranking, but how many there are', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    await openScoring(world, entries);
    for (const { entryId } of entries) {
      for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entryId);
    }
    await close(world);
    await works(world, organiserB, exampleContent(0).applicant!.name);
    const seenBy = async (person: Person) => {
      const preview = await world.as(person).reply(routes.previewRanking, { path });
      const ofAll = preview.rankings.flatMap((ranking) => ranking.entries);
      return [
        preview.hiddenSheets,
        ...entries.map(({ entryId }) => {
          const entry = ofAll.find((each) => each.entryId === entryId)!;
          return [entry.sheets.length, entry.hiddenSheets, entry.score?.printed];
        }),
      ];
    };
    expect(await seenBy(organiserA)).toEqual([
      0,
      [3, undefined, '100.00'],
      [3, undefined, '100.00'],
    ]);
    expect(await seenBy(organiserB)).toEqual([3, [0, 3, '100.00'], [3, undefined, '100.00']]);
  });

  it('decides nothing about it', async () => {
    await using world = await openWorld({
      plan: (example) => ({
        ...example,
        rounds: example.rounds.slice(0, 1).map(({ rules: { advance: _, ...rules }, ...round }) => ({
          ...round,
          rules,
        })),
      }),
    });
    const entries = await eligibleEntries(world, contenders(1));
    await openScoring(world, entries);
    for (const judge of [judge1, judge2, judge3]) await handIn(world, judge, entries[0]!.entryId);
    await close(world);
    await works(world, organiserB, exampleContent(0).applicant!.name);
    const body = {
      kind: 'give-prize',
      prizeId: 'nhi',
      entryId: entries[0]!.entryId,
      reason: 'Ban Tổ chức quyết định',
      documentNumber: '99/QĐ-BTC',
    };
    const close409 = await world.as(organiserB).call(routes.recordDecision, { path, body });
    expect(refusalIn(close409)).toEqual(closeTo('derived'));
    expect((await world.as(organiserA).call(routes.recordDecision, { path, body })).status).toBe(
      201,
    );
  });
});
