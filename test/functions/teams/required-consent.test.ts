import { describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { aroundTable } from '../../support/around-table.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World, worldClosesAt } from '../../support/world.ts';
import {
  closeSubmissions,
  exampleContent,
  screen,
  submittedEntry,
} from '../../support/world-entries.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  firstRound,
  handIn,
  open,
  openScoring,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

const { applicant1, judge1, organiserA, secretary } = people;

const withdraw = async (world: World, entryId: string, purpose: string, said: object = {}) =>
  await world.as(applicant1).call(routes.withdrawConsent, { path: { entryId, purpose }, ...said });

describe('a required consent taken back', () => {
  test('ends the entry after the close, after the freeze and after the screening', async () => {
    await using world = await openWorld();
    const late = ['2022-07-31T09:59:59.999Z', worldClosesAt];
    for (const at of late) {
      const content = exampleContent(0, { title: at });
      const { entryId } = await submittedEntry(world, { content });
      const answer = await withdraw(world, entryId, 'to-chuc', { at });
      expect([answer.status, answer.body.state]).toEqual([200, 'withdrawn']);
    }
    const frozen = await submittedEntry(world, { content: exampleContent(0, { title: 'Ba' }) });
    const screened = await submittedEntry(world, { content: exampleContent(0, { title: 'Bốn' }) });
    await closeSubmissions(world);
    expect((await withdraw(world, frozen.entryId, 'to-chuc')).body.state).toBe('withdrawn');
    await screen(world, screened.entryId);
    expect((await withdraw(world, screened.entryId, 'to-chuc')).body.state).toBe('withdrawn');
    const path = { entryId: frozen.entryId };
    const body = { decision: 'eligible', reasons: [] };
    const decided = await world.as(secretary).call(routes.screenEntry, { path, body });
    expect(refusalIn(decided)).toMatchObject({ code: 'state-conflict', state: 'withdrawn' });
  });

  test('before judging takes the entry from the judges it was given to', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    const [gone, stays] = [entries[0]!.entryId, entries[1]!.entryId];
    await assign(world, allPairs(entries, [judge1]));
    expect((await withdraw(world, gone, 'to-chuc')).body.state).toBe('withdrawn');
    await declare(world, judge1, stays);
    await open(world);
    await handIn(world, judge1, stays);
    const path = { roundId: firstRound, entryId: gone };
    const dossier = await world.as(judge1).call(routes.getJudgedEntry, { path });
    expect(dossier.status).not.toBe(200);
    await close(world, firstRound, acceptMissing);
    const said = { path: { roundId: firstRound } };
    const { rankings } = await world.as(organiserA).reply(routes.previewRanking, said);
    expect(rankings.flatMap((one) => one.entries.map(({ entryId }) => entryId))).toEqual([stays]);
  });

  test('after judging has begun leaves the entry scored, and those who run the contest see it', async () => {
    await using world = await openWorld();
    const [entry] = await eligibleEntries(world, contenders(1));
    const { entryId } = entry!;
    await openScoring(world, [entry!]);
    const answer = await withdraw(world, entryId, 'to-chuc');
    expect([answer.status, answer.body.state]).toEqual([200, 'eligible']);
    await handIn(world, judge1, entryId);
    const mark = { purpose: 'to-chuc', at: world.now() };
    for (const one of [secretary, organiserA]) {
      const seen = await world.as(one).reply(routes.getEntry, { path: { entryId } });
      expect([seen.state, seen.withdrawnConsents]).toEqual(['eligible', [mark]]);
    }
    const said = { path: { entryId }, ifMatch: answer.body.version, body: exampleContent(0) };
    const anew = await world.as(applicant1).call(routes.editEntry, said);
    expect(anew.status).toBe(409);
  });

  test('saved as the first round opens leaves the entry scored: judging began before', async () => {
    let interfere: (() => Promise<void>) | undefined;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          const now = interfere;
          if (method === 'write' && now) {
            interfere = undefined;
            await now();
          }
          return await proceed();
        }),
    });
    const [entry] = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs([entry!], [judge1]));
    interfere = async () => await open(world);
    const answer = await withdraw(world, entry!.entryId, 'to-chuc');
    expect([answer.status, answer.body.state]).toEqual([200, 'eligible']);
    expect(answer.body.withdrawnConsents).toEqual([{ purpose: 'to-chuc', at: world.now() }]);
  });
});
