import { describe, expect, it } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Person } from '../../support/world-callers.ts';
import {
  closeSubmissions,
  exampleContent,
  screen,
  submittedEntry,
} from '../../support/world-entries.ts';
import {
  acceptMissing,
  close,
  contenders,
  eligibleEntries,
  firstRound,
  handIn,
  openScoring,
  scoreAll,
} from '../../support/world-judging.ts';
import { engage, people, person } from '../../support/world-people.ts';
import { joinTeam } from '../../support/world-teams.ts';

const { organiserA, organiserB, judge1, judge2, judge3, applicant2 } = people;
const judges = [judge1, judge2, judge3];
const path = { roundId: firstRound };
const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };
const closeTo = (because: string) => ({ status: 403, code: 'conflict-of-interest', because });

const decide = async (world: World, by: Person, said: object) =>
  await world.as(by).call(routes.recordDecision, { path, body: { ...paper, ...said } });
const works = async (world: World, by: Person, organisation: string) => {
  const { version } = await world.as(by).reply(routes.getOwnDetails);
  const said = { body: { organisation }, ifMatch: version };
  await world.as(by).reply(routes.saveOwnDetails, said);
};
const applicantOf = (at: number): string => exampleContent(at).applicant!.name;

/** One round alone, which gives the prizes. */
const oneRound = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.slice(0, 1).map(({ rules: { advance: _, ...rules }, ...round }) => ({
    ...round,
    rules,
  })),
});

/** One goes on, whom a tie leaves to the organisers; judges may be ten percent apart. */
const openCut = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.map((round, at) =>
    at > 0
      ? round
      : {
          ...round,
          divergence: { mode: 'absolute' as const, percent: 10 },
          rules: {
            ...round.rules,
            tieBreak: [{ kind: 'chair' as const }],
            cutTie: 'unresolved' as const,
            advance: { perTrack: 1 },
          },
        },
  ),
});

describe('who is close to an entry', () => {
  it('takes no decision about it back', async () => {
    await using world = await openWorld({ plan: oneRound });
    const [entry] = await eligibleEntries(world, contenders(1));
    await openScoring(world, [entry!]);
    for (const judge of judges) await handIn(world, judge, entry!.entryId);
    await close(world);
    await works(world, organiserB, applicantOf(0));
    const take = { kind: 'take-prize', prizeId: 'nhat', entryId: entry!.entryId, moveUp: true };
    expect((await decide(world, organiserA, take)).status).toBe(201);
    const back = { kind: 'withdraw', decision: 1 };
    expect(refusalIn(await decide(world, organiserB, back))).toEqual(closeTo('derived'));
    expect((await decide(world, organiserA, back)).status).toBe(201);
  });

  it('decides no tie in which it stands, also by choosing another one', async () => {
    await using world = await openWorld({ plan: openCut });
    const contents = [0, 1].map((at) => exampleContent(at, { trackId: 'y-tuong' }));
    const entries = await eligibleEntries(world, contents);
    const [one, other] = entries.map(({ entryId }) => entryId) as [string, string];
    const chair = person('chu-tich', 'hoi-dong.example.vn');
    await engage(world, chair, 'judge');
    const panel = { judges: judges.map(({ personId }) => personId), chair: chair.personId };
    await world.as(organiserA).reply(routes.setPanel, { path, body: panel, ifMatch: 1 });
    await openScoring(world, entries);
    await scoreAll(world, entries, { gap: 0 });
    await close(world);
    await works(world, organiserB, applicantOf(0));
    await works(world, chair, applicantOf(0));
    const said = { kind: 'advance-tied', trackId: 'y-tuong', entryIds: [other] };
    expect(refusalIn(await decide(world, organiserB, said))).toEqual(closeTo('derived'));
    const order = { path, body: { order: [[other], [one]], ...paper } };
    const byChair = await world.as(chair).call(routes.decideTie, order);
    expect(refusalIn(byChair)).toEqual(closeTo('derived'));
  });

  it('sees no flag of it and confirms none, whatever shows it', async () => {
    await using world = await openWorld({ plan: openCut });
    const [far] = await eligibleEntries(world, contenders(1));
    await openScoring(world, [far!]);
    const { entryId } = far!;
    for (const [at, judge] of judges.entries()) {
      await handIn(world, judge, entryId, { halfPointsLess: at === 0 ? 40 : 0 });
    }
    await close(world);
    await works(world, organiserB, applicantOf(0));
    const flags = async (by: Person) =>
      (await world.as(by).reply(routes.listFlags, { path })).flags.map((flag) => flag.entryId);
    expect([await flags(organiserA), await flags(organiserB)]).toEqual([[entryId], []]);
    const said = { path: { ...path, entryId }, body: { decision: 'confirmed', ...paper } };
    const confirmed = await world.as(organiserB).call(routes.resolveFlag, said);
    expect(refusalIn(confirmed)).toEqual(closeTo('derived'));
  });
});

describe('what judges wrote on an entry', () => {
  it('is neither read nor moderated by who is close to it', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    await openScoring(world, entries);
    const [one, other] = entries.map(({ entryId }) => entryId) as [string, string];
    for (const entryId of [one, other]) await handIn(world, judge1, entryId);
    await close(world, firstRound, acceptMissing);
    await world.settle();
    await works(world, organiserB, applicantOf(0));
    const read = async (by: Person) =>
      (await world.as(by).reply(routes.listComments, { path })).items.map(({ entryId }) => entryId);
    expect((await read(organiserA)).toSorted()).toEqual([one, other].toSorted());
    expect(await read(organiserB)).toEqual([other]);
    const place = { ...path, entryId: one, judgeId: judge1.personId };
    const word = { decision: 'withheld', revision: 2, reason: 'Không phù hợp' };
    const comments = [one, other].map((entryId) => ({
      entryId,
      judgeId: judge1.personId,
      revision: 2,
    }));
    const asked = async (by: Person) => [
      await world.as(by).call(routes.listJudgeSheetRevisions, { path: place }),
      await world.as(by).call(routes.releaseComments, { path, body: { comments } }),
      await world.as(by).call(routes.moderateComment, { path: place, body: word, ifMatch: 1 }),
    ];
    const refused = (await asked(organiserB)).map(refusalIn);
    expect(refused).toEqual(refused.map(() => closeTo('derived')));
    expect((await asked(organiserA)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('an address of the team beside the lead', () => {
  it('shows it in the ranking, the derivation, the page and the decision alike', async () => {
    await using world = await openWorld({ plan: oneRound });
    const partner = person('cong-su', 'so-khcn.example.vn');
    const official = person('chuyen-vien', 'so-khcn.example.vn');
    await engage(world, official, 'organiser');
    const one = await submittedEntry(world);
    const other = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
    await joinTeam(world, one.entryId, partner);
    await closeSubmissions(world);
    for (const { entryId } of [one, other]) await screen(world, entryId);
    await openScoring(world, [one, other]);
    for (const { entryId } of [one, other]) {
      for (const judge of judges) await handIn(world, judge, entryId);
    }
    await close(world);

    const asOfficial = world.as(official);
    const preview = await asOfficial.reply(routes.previewRanking, { path });
    const sheets = preview.rankings
      .flatMap(({ entries }) => entries)
      .map((entry) => [entry.entryId, entry.sheets.length, entry.hiddenSheets]);
    expect(sheets.toSorted()).toEqual(
      [
        [one.entryId, 0, 3],
        [other.entryId, 3, undefined],
      ].toSorted(),
    );
    expect((await asOfficial.reply(routes.getDerivation, { path })).hiddenSheets).toBe(3);
    const page = { path: { ...path, entryId: one.entryId } };
    expect(refusalIn(await asOfficial.call(routes.getDeliberation, page))).toEqual(
      closeTo('derived'),
    );
    const give = { kind: 'give-prize', prizeId: 'nhi' };
    const given = async (entryId: string) => await decide(world, official, { ...give, entryId });
    expect(refusalIn(await given(one.entryId))).toEqual(closeTo('derived'));
    expect((await given(other.entryId)).status).toBe(201);
  });
});
