import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { planWithRulings, rulingStage } from '../../support/matrix-rulings.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Said } from '../../support/world-callers.ts';
import { firstRound } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { digestIn } from '../../support/world-results.ts';

const { organiserA, organiserB, judge1 } = people;
const path = { roundId: firstRound };

/** A closed round with two flagged entries and a tie for each of the chair and the lot; what decides each. */
async function undecided(world: World) {
  const { calls } = await rulingStage(world);
  const saying = async (operation: 'decideTie' | 'resolveFlag' | 'drawLot') =>
    (await calls[operation]?.(organiserA)) ?? {};
  const tie = await saying('decideTie');
  const { flags } = await world.as(organiserA).reply(routes.listFlags, { path });
  const confirm = (entryId: string): Said => ({
    path: { ...path, entryId },
    body: { decision: 'confirmed', reason: 'Hai cách nhìn' },
  });
  return { tie, confirm, flagged: flags.map(({ entryId }) => entryId) };
}

const open = async () => await openWorld({ plan: planWithRulings });

describe('a ruling and an approval at the same time', () => {
  it('are never both taken: what is approved is what was seen, with every ruling in it', async () => {
    await using world = await open();
    const { tie, confirm, flagged } = await undecided(world);
    for (const entryId of flagged) {
      await world.as(organiserA).reply(routes.resolveFlag, confirm(entryId));
    }
    const digest = await digestIn(world);
    const [approval, ruling] = await Promise.all([
      world.as(organiserA).call(routes.approveRanking, { path, body: { digest } }),
      world.as(organiserB).call(routes.decideTie, tie),
    ]);
    const outcomes = [approval.status, ruling.status];
    expect([
      [200, 409],
      [409, 201],
    ]).toContainEqual(outcomes);
    const lost = approval.status === 200 ? ruling : approval;
    expect(refusalIn(lost)).toMatchObject(
      approval.status === 200
        ? { code: 'state-conflict', state: 'approved' }
        : { code: 'digest-changed' },
    );
  });

  it('of two about one flag the second finds it decided', async () => {
    await using world = await open();
    const { confirm, flagged } = await undecided(world);
    const [entryId = ''] = flagged;
    const rescore = {
      path: { ...path, entryId },
      body: { decision: 'rescore', judgeIds: [judge1.personId], reason: 'Xem lại' },
    };
    const answers = await Promise.all([
      world.as(organiserA).call(routes.resolveFlag, rescore),
      world.as(organiserB).call(routes.resolveFlag, rescore),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { flags } = await world.as(organiserA).reply(routes.listFlags, { path });
    const states = flags.map((flag) => [flag.entryId, flag.state, flag.waitedFor]);
    expect(states).toContainEqual([entryId, 'rescoring', [judge1.personId]]);
    // One repeated after a lost answer acts once.
    const repeated = { ...confirm(flagged[1] ?? ''), idempotencyKey: 'confirm-once' };
    const first = await world.as(organiserA).call(routes.resolveFlag, repeated);
    const again = await world.as(organiserA).call(routes.resolveFlag, repeated);
    expect([first.status, again.text]).toEqual([200, first.text]);
  });
});

describe('what people decide about a round', () => {
  it('takes as many round trips as a ranking does, and one write', async () => {
    await using world = await open();
    const { tie, confirm, flagged } = await undecided(world);
    const asOrganiser = world.as(organiserA);
    const trips = {
      listTies: await world.tripsOf(() => asOrganiser.reply(routes.listTies, { path })),
      listFlags: await world.tripsOf(() => asOrganiser.reply(routes.listFlags, { path })),
      decideTie: await world.tripsOf(() => asOrganiser.reply(routes.decideTie, tie)),
      drawLot: await world.tripsOf(() => asOrganiser.reply(routes.drawLot, { path })),
      resolveFlag: await world.tripsOf(() =>
        asOrganiser.reply(routes.resolveFlag, confirm(flagged[0] ?? '')),
      ),
    };
    // A getMany, eight shards of sheets with rulings beside them, the entries; for what a conflict shuts somebody out of, the
    // word that stands and what both sides have stated, at once; then the one write.
    expect(trips).toEqual({
      listTies: { reads: 11, writes: 0, waits: 3 },
      listFlags: { reads: 15, writes: 0, waits: 4 },
      decideTie: { reads: 15, writes: 1, waits: 4 },
      drawLot: { reads: 12, writes: 1, waits: 4 },
      resolveFlag: { reads: 15, writes: 1, waits: 4 },
    });
  });
});
