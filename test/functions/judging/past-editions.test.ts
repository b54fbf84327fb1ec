import { describe, expect, it } from 'vitest';
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
import { declare, firstRound } from '../../support/world-judging.ts';
import { otherEditionId, people } from '../../support/world-people.ts';
import { joinTeam } from '../../support/world-teams.ts';

const { organiserA, judge1, judge2, judge3, applicant1, applicant2, editor, viewer } = people;

/** An entry of the other edition, with these beside its lead. */
async function pastEntry(world: World, lead: Person, team: readonly Person[]): Promise<void> {
  const editionId = otherEditionId;
  const body = exampleContent(0, { title: `Đề tài của ${lead.personId}` });
  const { entryId } = await world.as(lead).reply(routes.createEntry, { path: { editionId }, body });
  const path = { editionId, entryId };
  for (const one of team) {
    const offer = { email: one.email, name: one.personId, role: 'viewer' as const };
    const invited = await world.as(lead).reply(routes.inviteTeammate, { path, body: offer });
    const { invitationId } = invited;
    await world.as(one).reply(routes.acceptTeamInvitation, { path: { ...path, invitationId } });
  }
}

/** Two entries ready to be given out: of applicant1 alone, and of applicant2 with the editor. */
async function twoEntries(world: World): Promise<readonly [string, string]> {
  const one = await submittedEntry(world);
  const two = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
  await joinTeam(world, two.entryId, editor, { lead: applicant2 });
  await closeSubmissions(world);
  for (const { entryId } of [one, two]) await screen(world, entryId);
  return [one.entryId, two.entryId];
}

const give = async (world: World, pairs: readonly (readonly [string, Person])[]) => {
  const body = {
    pairs: pairs.map(([entryId, { personId }]) => ({ entryId, judgeId: personId })),
  };
  return await world.as(organiserA).call(routes.assignEntries, {
    path: { roundId: firstRound },
    body,
  });
};

describe('a judge who was in one entry of another edition with somebody of the team', () => {
  it('is not given an entry that this one leads, whoever led the earlier one', async () => {
    await using world = await openWorld();
    await pastEntry(world, judge1, [viewer, applicant1]);
    await pastEntry(world, applicant2, [judge2]);
    await pastEntry(world, judge3, []);
    const [one, two] = await twoEntries(world);
    const pairs = [one, two].flatMap((entryId) =>
      [judge1, judge2, judge3].map((judge) => [entryId, judge] as const),
    );
    expect(refusalIn(await give(world, pairs))).toMatchObject({
      status: 409,
      blockers: [
        { entryId: one, judgeId: judge1.personId, because: 'derived:past-edition' },
        { entryId: two, judgeId: judge2.personId, because: 'derived:past-edition' },
      ],
    });
    const proposal = await world.as(organiserA).call(routes.proposeAssignment, {
      path: { roundId: firstRound },
      body: { seed: '1', judgesPerEntry: 2 },
    });
    expect(proposal.body).toMatchObject({
      possible: true,
      pairs: expect.arrayContaining([
        { entryId: one, judgeId: judge2.personId },
        { entryId: one, judgeId: judge3.personId },
        { entryId: two, judgeId: judge1.personId },
        { entryId: two, judgeId: judge3.personId },
      ]),
    });
    const others = [[one, judge2] as const, [one, judge3] as const, [two, judge1] as const];
    expect((await give(world, others)).status).toBe(201);
  });

  it('has a conflict once they declare, where it is somebody beside the lead', async () => {
    await using world = await openWorld();
    await pastEntry(world, viewer, [judge1, editor]);
    const [one, two] = await twoEntries(world);
    expect(
      (
        await give(
          world,
          [one, two].map((id) => [id, judge1] as const),
        )
      ).status,
    ).toBe(201);
    expect((await declare(world, judge1, two)).conflict).toBe(true);
    expect((await declare(world, judge1, one)).conflict).toBe(false);
  });
});

describe('what it costs', () => {
  it('is a query for each judge, beside the others, and a read and each team’s query for who was in one', async () => {
    await using world = await openWorld();
    await pastEntry(world, viewer, [judge1]);
    const [one, two] = await twoEntries(world);
    const givenTo = async (judges: readonly Person[]) =>
      await world.tripsOf(async () => {
        const pairs = judges.flatMap((judge) => [one, two].map((id) => [id, judge] as const));
        expect((await give(world, pairs)).status).toBe(201);
      });
    const declaredBy = async (judge: Person) =>
      await world.tripsOf(async () => await declare(world, judge, one));
    expect(await givenTo([judge1])).toEqual({ reads: 9, writes: 2, waits: 7 });
    expect(await givenTo([judge2, judge3])).toEqual({ reads: 8, writes: 2, waits: 5 });
    expect(await declaredBy(judge1)).toEqual({ reads: 5, writes: 1, waits: 4 });
    expect(await declaredBy(judge2)).toEqual({ reads: 3, writes: 1, waits: 2 });
  });
});
