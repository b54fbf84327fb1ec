import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { aroundTable } from '../../support/around-table.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { closeSubmissions, exampleContent, submittedEntry } from '../../support/world-entries.ts';
import {
  allPairs,
  assign,
  close,
  contenders,
  declare,
  eligibleEntries,
  finalRound,
  firstRound,
  openScoring,
  scoreAll,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { approve } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, organiserB, secretary, judge1, judge2, judge3 } = people;
const path = { roundId: firstRound };
const unknownId = '0198a2c4-6f1d-7c55-9d0e-2b8f6a1c7e43';

const assignTo = async (
  world: World,
  pairs: readonly { entryId: string; judgeId: string }[],
  roundId = firstRound,
) => await world.as(organiserA).call(routes.assignEntries, { path: { roundId }, body: { pairs } });

async function queueOf(world: World, judge = judge1): Promise<string[]> {
  const { items } = await world.as(judge).reply(routes.listQueue);
  return items.map(({ entryId }) => entryId);
}

describe('assigning entries', () => {
  it('puts them on the queues of their judges', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    const [one, two] = entries;
    const pairs = allPairs([one!], [judge1, judge2]);
    const answer = await assignTo(world, pairs);
    expect([answer.status, answer.body]).toEqual([
      201,
      { roundId: firstRound, assigned: 2, revision: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
    await assign(world, allPairs([two!], [judge2]));
    expect(await queueOf(world, judge1)).toEqual([one!.entryId]);
    expect(await queueOf(world, judge2)).toEqual([one!.entryId, two!.entryId].sort());
    expect(await queueOf(world, judge3)).toEqual([]);
  });

  it('is one act under one key, and harmless under another', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    const pairs = allPairs(entries);
    const said = { path, body: { pairs }, idempotencyKey: 'assign-once' };
    const first = await world.as(organiserA).call(routes.assignEntries, said);
    const repeated = await world.as(organiserA).call(routes.assignEntries, said);
    expect([repeated.status, repeated.text]).toEqual([201, first.text]);
    const again = await assignTo(world, pairs);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await queueOf(world)).toEqual([entries[0]!.entryId]);
  });

  it('takes a pair that is named twice for one', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(1));
    const [pair] = allPairs(entries, [judge1]);
    const answer = await assignTo(world, [pair!, pair!]);
    expect([answer.status, answer.body.assigned]).toEqual([201, 1]);
    expect(await queueOf(world)).toEqual([entries[0]!.entryId]);
  });

  it('names all that cannot be, and then gives nobody anything', async () => {
    await using world = await openWorld();
    const drafted = await world
      .as(people.applicant2)
      .reply(routes.createEntry, { body: exampleContent(5) });
    const [one] = await eligibleEntries(world, contenders(1));
    await assign(world, allPairs([one!], [judge2]));
    await declare(world, judge2, one!.entryId, { conflict: true });
    const pair = (entryId: string, judgeId: string) => ({ entryId, judgeId });
    const wrong = [
      pair(unknownId, judge1.personId),
      pair(drafted.entryId, judge1.personId),
      pair(one!.entryId, secretary.personId),
      pair(one!.entryId, 'nobody'),
      pair(one!.entryId, judge2.personId),
    ];
    const answer = await assignTo(world, [...wrong, pair(one!.entryId, judge1.personId)]);
    expect(refusalIn(answer)).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: [
        { code: 'entry-unknown', ...wrong[0] },
        { code: 'entry-not-eligible', ...wrong[1] },
        { code: 'not-a-judge', ...wrong[2] },
        { code: 'not-a-judge', ...wrong[3] },
        { code: 'conflict-of-interest', ...wrong[4], because: 'declared' },
      ],
    });
    expect(await queueOf(world)).toEqual([]);
  });

  it('waits for the freeze', async () => {
    await using world = await openWorld();
    const { entryId } = await submittedEntry(world);
    const pairs = allPairs([{ entryId }]);
    expect(refusalIn(await assignTo(world, pairs))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
      opensAt: '2022-07-31T10:01:00.000Z',
    });
    await closeSubmissions(world);
    expect(refusalIn(await assignTo(world, pairs))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: pairs.map((pair) => ({ code: 'entry-not-eligible', ...pair })),
    });
  });

  it('gives way to an extension that comes before its write', async () => {
    const { around, beforeNextWrite } = interposed();
    await using world = await openWorld({ around });
    const entries = await eligibleEntries(world, contenders(1));
    beforeNextWrite(async () => {
      const { plan, version } = await world.anonymous.reply(routes.getEdition);
      const dates = { ...plan.dates, submissionsCloseAt: '2022-08-02T17:00' };
      await world.as(organiserB).reply(routes.changePlan, {
        body: { plan: { ...plan, dates }, reason: 'Gia hạn', documentNumber: '80/QĐ-BTC' },
        ifMatch: version,
      });
    });
    expect(refusalIn(await assignTo(world, allPairs(entries)))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: world.now(),
      opensAt: '2022-08-02T10:01:00.000Z',
    });
    expect(await queueOf(world)).toEqual([]);
  });

  it('goes on during scoring and ends with the close', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(2));
    await openScoring(world, entries.slice(0, 1));
    await assign(world, allPairs(entries.slice(1)));
    expect(await queueOf(world)).toEqual(entries.map(({ entryId }) => entryId).sort());
    await world
      .as(organiserA)
      .reply(routes.closeRound, { path, body: { acceptMissing: true, reason: 'Hết hạn' } });
    const closed = { status: 409, code: 'state-conflict', state: 'closed' };
    expect(refusalIn(await assignTo(world, allPairs(entries)))).toEqual(closed);
  });

  it('lets into the final only who advanced', async () => {
    await using world = await openWorld({
      plan: (plan) => {
        const [first, ...others] = plan.rounds;
        const rules = { ...first!.rules, advance: { perTrack: 1 } };
        return { ...plan, rounds: [{ ...first!, rules }, ...others] };
      },
    });
    const contents = [exampleContent(0), exampleContent(1, { trackId: 'du-an' })];
    const entries = await eligibleEntries(world, contents);
    const early = await assignTo(world, allPairs(entries), finalRound);
    const notAdvanced = (pairs: readonly object[]) => ({
      status: 409,
      code: 'state-conflict',
      state: 'planned',
      blockers: pairs.map((pair) => ({ code: 'entry-not-advanced', ...pair })),
    });
    expect(refusalIn(early)).toEqual(notAdvanced(allPairs(entries)));
    await openScoring(world, entries);
    await scoreAll(world, entries);
    await close(world);
    await approve(world);
    const [winner, second] = entries;
    const late = await assignTo(world, allPairs(entries), finalRound);
    expect(refusalIn(late)).toEqual(notAdvanced(allPairs([second!])));
    expect((await assignTo(world, allPairs([winner!]), finalRound)).status).toBe(201);
  });

  it('is refused to everybody but an organiser of the edition', async () => {
    await using world = await openWorld();
    const pairs = allPairs([{ entryId: unknownId }]);
    const others = [
      'secretary',
      'judge1',
      'applicant1',
      'administrator',
      'organiserElsewhere',
      'revoked',
    ] as const;
    const refusals = await refusalsOf(
      world,
      routes.assignEntries,
      { path, body: { pairs } },
      others,
    );
    expect(refusals).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });

  it('is not there for a round or an edition that is not', async () => {
    await using world = await openWorld();
    const body = { pairs: allPairs([{ entryId: unknownId }]) };
    for (const elsewhere of [{ roundId: 'vong-ba' }, { ...path, editionId: 'nowhere' }]) {
      const answer = await world
        .as(organiserA)
        .call(routes.assignEntries, { path: elsewhere, body });
      expect(refusalIn(answer)).toEqual({ status: 404, code: 'not-found' });
    }
  });
});

describe('an assignment that is interrupted', () => {
  it('is seen by nobody, and completed by the repeat', async () => {
    let writesLeft = Number.POSITIVE_INFINITY;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          if (method === 'write') {
            if (writesLeft === 0) throw new Error('the process is gone');
            writesLeft -= 1;
          }
          return await proceed();
        }),
    });
    const entries = await eligibleEntries(world, contenders(1));
    const said = { path, body: { pairs: allPairs(entries) }, idempotencyKey: 'assign-again' };
    writesLeft = 1;
    const killed = await world.as(organiserA).call(routes.assignEntries, said);
    expect(killed.status).toBe(500);
    await world.settle();
    const before = await world.as(organiserA).reply(routes.getProgress, { path });
    expect(before).toEqual({
      roundId: firstRound,
      state: 'planned',
      assigned: 0,
      submitted: 0,
      drafts: 0,
      conflicts: 0,
      judges: [],
    });
    expect(await queueOf(world)).toEqual([]);
    const entryId = entries[0]!.entryId;
    const unseen = await world.as(judge1).call(routes.declareConflict, {
      path: { ...path, entryId },
      body: { conflict: false, reason: '' },
    });
    expect(refusalIn(unseen)).toEqual({ status: 404, code: 'not-found' });

    writesLeft = Number.POSITIVE_INFINITY;
    expect((await world.as(organiserA).call(routes.assignEntries, said)).status).toBe(201);
    for (const judge of [judge1, judge2, judge3]) {
      expect(await queueOf(world, judge)).toEqual([entryId]);
    }
  });

  it('takes no task away from a judge who has it', async () => {
    let isGone = false;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          const answer = await proceed();
          if (isGone && method === 'write') throw new Error('the process is gone');
          return answer;
        }),
    });
    const entries = await eligibleEntries(world, contenders(2));
    await assign(world, allPairs(entries.slice(0, 1), [judge1]));
    isGone = true;
    await world
      .as(organiserA)
      .call(routes.assignEntries, { path, body: { pairs: allPairs(entries, [judge1]) } });
    isGone = false;
    expect(await queueOf(world)).toEqual([entries[0]!.entryId]);
  });
});

describe('two assignments at once', () => {
  it('both come into force, whole', async () => {
    await using world = await openWorld();
    const entries = await eligibleEntries(world, contenders(3));
    const [one, two, three] = entries;
    const answers = await Promise.all([
      world.as(organiserA).call(routes.assignEntries, {
        path,
        body: { pairs: allPairs([one!, two!], [judge1]) },
      }),
      world.as(organiserB).call(routes.assignEntries, {
        path,
        body: { pairs: allPairs([two!, three!], [judge1]) },
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await queueOf(world)).toEqual(entries.map(({ entryId }) => entryId).sort());
  });

  it('keep what one was promised when the other dies after it wrote', async () => {
    let meanwhile: (() => Promise<void>) | undefined;
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          const answer = await proceed();
          const interleaved = method === 'write' ? meanwhile : undefined;
          if (!interleaved) return answer;
          meanwhile = undefined;
          await interleaved();
          return answer;
        }),
    });
    const entries = await eligibleEntries(world, contenders(2));
    const [one, two] = entries;
    // While A is between its tasks and its flip, B writes its own over the same pair and dies there.
    meanwhile = async () => {
      meanwhile = async () => await Promise.reject(new Error('the process is gone'));
      const killed = await world
        .as(organiserB)
        .call(routes.assignEntries, { path, body: { pairs: allPairs([one!, two!], [judge1]) } });
      expect(killed.status).toBe(500);
    };
    await assign(world, allPairs([one!], [judge1]));
    expect(await queueOf(world)).toEqual([one!.entryId]);
  });
});
