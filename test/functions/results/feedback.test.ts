import { describe, expect, it } from 'vitest';
import type { FeedbackPlan } from '../../../lib/contest/feedback-plan.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn, sameBytes } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent, submittedEntry } from '../../support/world-entries.ts';
import { type Contender, finalRound, firstRound } from '../../support/world-judging.ts';
import { outboxOf } from '../../support/world-mails.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, closedFinal, decisionOf, publish } from '../../support/world-results.ts';
import { notFound, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { applicant1, applicant2, judge1, judge2, organiserA, organiserB } = people;

/** Of one track, so that it has an average. */
const ideas = [0, 1, 2].map((at) =>
  exampleContent(at, { title: `Ý tưởng thứ ${at + 1}`, trackId: exampleContent(0).trackId }),
);

const giving = (feedback: FeedbackPlan) => ({
  plan: (example: WirePlan): WirePlan => ({ ...example, feedback }),
});

const feedbackOf = async (world: World, entryId: string, by = applicant1) =>
  await world.as(by).call(routes.getFeedback, { path: { entryId } });

/** A decision on a comment of the final that nothing was decided about. */
const moderate = async (
  world: World,
  { entryId }: Contender,
  judge: { readonly personId: string },
  word: object,
  { roundId = finalRound, ifMatch = 0 } = {},
) =>
  await world.as(organiserA).call(routes.moderateComment, {
    path: { roundId, entryId, judgeId: judge.personId },
    body: { revision: 2, ...word },
    ifMatch,
  });

const redaction = { decision: 'redacted', text: 'Nên tìm thêm vốn', reason: 'Nêu tên người' };

describe('feedback before the publication', () => {
  it('is like that of an entry that is not there, to the byte, however much is decided', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    const [first] = entries;
    expect((await moderate(world, first!, judge1, { decision: 'released' })).status).toBe(200);
    await world.settle();
    const early = await feedbackOf(world, first!.entryId);
    const nothing = await feedbackOf(world, '0190a6e0-7f4d-7abc-8def-0123456789ab');
    expect(refusalIn(early)).toEqual(notFound);
    expect(sameBytes(early)).toEqual(sameBytes(nothing));
    expect(outboxOf(world).filter(({ kind }) => kind === 'feedback')).toEqual([]);

    await publish(world, digest);
    expect((await feedbackOf(world, first!.entryId)).status).toBe(200);
  });
});

describe('feedback after the publication', () => {
  it('has means and averages of each round, and of comments only those let through', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    const [first, second] = entries;
    await moderate(world, second!, judge1, { decision: 'released' });
    await moderate(world, second!, judge2, redaction);
    await moderate(world, second!, people.judge3, { decision: 'withheld', reason: 'Xúc phạm' });
    await publish(world, digest);
    const { body, text } = await feedbackOf(world, second!.entryId, applicant2);
    const { rounds, ...head } = body;
    expect(head).toEqual({
      editionId: world.editionId,
      entryId: second!.entryId,
      code: second!.code,
      publishedAt: world.now(),
    });
    expect(
      rounds.map(({ roundId, total, averageTotal, comments, criteria }) => ({
        roundId,
        total,
        averageTotal,
        comments,
        first: criteria[0],
        criteria: criteria.length,
      })),
    ).toEqual([
      {
        roundId: firstRound,
        total: '99.00',
        averageTotal: '99.00',
        comments: [],
        first: { ...criterion('Tính đổi mới'), mean: '19.00', average: '19.00' },
        criteria: 7,
      },
      {
        roundId: finalRound,
        total: '99.00',
        averageTotal: '99.00',
        comments: ['Nên tìm thêm vốn', 'Ý tưởng tốt'],
        first: { ...criterion('Tính đổi mới'), mean: '19.00', average: '19.00' },
        criteria: 7,
      },
    ]);
    // Never who said what, nor what was said before it was changed.
    expect(text).not.toMatch(/judge-|Nêu tên|Xúc phạm|"rank"/u);
    expect(rounds[0]!.criteria[0]!.maxPoints).toBe('20');
    expect((await feedbackOf(world, first!.entryId)).body.rounds[1]!.comments).toEqual([]);
  });

  it('follows a comment that is withheld later', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    const [first] = entries;
    await moderate(world, first!, judge1, { decision: 'released' });
    await publish(world, digest);
    const comments = async () => (await feedbackOf(world, first!.entryId)).body.rounds[1]!.comments;
    expect(await comments()).toEqual(['Ý tưởng tốt']);
    const withheld = { decision: 'withheld', reason: 'Khiếu nại' };
    const { status, headers } = await moderate(world, first!, judge1, withheld, { ifMatch: 1 });
    expect({ status, etag: headers['etag'] }).toEqual({ status: 200, etag: '"2"' });
    expect(await comments()).toEqual([]);
  });

  it('ends with a retraction, also for the mails that were not written yet', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    await publish(world, digest);
    const { entryId } = entries[0]!;
    expect((await feedbackOf(world, entryId)).status).toBe(200);
    const body = { resultVersion: 1, decision: decisionOf(world), reason: 'Khiếu nại đúng' };
    await world.as(organiserA).reply(routes.retractResult, { body });
    expect((await feedbackOf(world, entryId)).status).toBe(200);
    const confirmed = { body: { resultVersion: 1 } };
    await world.as(organiserB).reply(routes.confirmRetraction, confirmed);
    expect(refusalIn(await feedbackOf(world, entryId))).toEqual(notFound);
    await world.settle();
    expect(outboxOf(world).filter(({ kind }) => kind === 'feedback')).toEqual([]);
  });

  it('is the team’s, and to all others as if it were not there', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    await publish(world, digest);
    const names = [
      'applicant2',
      'judge1',
      'secretary',
      'organiserA',
      'organiserElsewhere',
      'administrator',
      'revoked',
    ] as const;
    const said = { path: { entryId: entries[0]!.entryId } };
    expect(await refusalsOf(world, routes.getFeedback, said, names)).toEqual({
      anonymous: unauthenticated,
      ...Object.fromEntries(names.map((name) => [name, notFound])),
    });
  });

  it('has nothing of an entry that no judge read', async () => {
    await using world = await openWorld();
    const left = await submittedEntry(world, {
      owner: applicant2,
      content: exampleContent(4, { title: 'Không ai chấm' }),
    });
    const { digest } = await approvedFinal(world, { contents: ideas.slice(0, 1) });
    await publish(world, digest);
    expect((await feedbackOf(world, left.entryId, applicant2)).body.rounds).toEqual([]);
    await world.settle();
    const told = outboxOf(world).filter(({ kind }) => kind === 'feedback');
    expect(told.map(({ to }) => to)).toEqual([applicant1.email]);
  });

  it('is as much as the rules say', async () => {
    await using world = await openWorld(giving({ scores: 'total', rank: true, comments: false }));
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    await moderate(world, entries[0]!, judge1, { decision: 'released' });
    await publish(world, digest);
    const { body } = await feedbackOf(world, entries[2]!.entryId, people.applicant3);
    expect(body.rounds[1]).toEqual({
      roundId: finalRound,
      name: { vi: expect.any(String), en: expect.any(String) },
      total: '98.00',
      averageTotal: '99.00',
      rank: 3,
      ranked: 3,
      criteria: [],
      comments: [],
    });
  });

  it('is nothing where the rules give nothing back', async () => {
    await using world = await openWorld(giving({ scores: 'none', rank: false, comments: false }));
    const { entries, digest } = await approvedFinal(world, { contents: ideas.slice(0, 1) });
    await publish(world, digest);
    await world.settle();
    expect(refusalIn(await feedbackOf(world, entries[0]!.entryId))).toEqual(notFound);
    expect(outboxOf(world).filter(({ kind }) => kind === 'feedback')).toEqual([]);
  });

  it('costs as many reads with one entry as with three', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    await moderate(world, entries[0]!, judge1, { decision: 'released' });
    await publish(world, digest);
    const trips = await world.tripsOf(async () => await feedbackOf(world, entries[0]!.entryId));
    expect(trips).toEqual({ reads: 5, writes: 0, waits: 4 });
  });
});

describe('the mail that feedback is ready', () => {
  it('goes out once for each entry after the publication, and is held where the rules say', async () => {
    const held = (example: WirePlan): WirePlan => ({
      ...example,
      mail: { ...example.mail, review: ['feedback'] },
    });
    await using world = await openWorld({ plan: held });
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    await publish(world, digest);
    await world.settle();
    const mails = outboxOf(world).filter(({ kind }) => kind === 'feedback');
    expect(mails.map(({ mailId, state }) => [mailId, state])).toEqual(
      entries.map(({ entryId }) => [`feedback-${entryId}`, 'held']).sort(),
    );
    expect(mails.map(({ text }) => text).join('')).not.toMatch(/99\.00|Ý tưởng tốt|judge-/u);
    expect(new Set(mails.map(({ to }) => to))).toEqual(
      new Set([applicant1.email, applicant2.email, people.applicant3.email]),
    );
  });
});

describe('the comments of a round', () => {
  const list = async (world: World, query: object = {}) =>
    await world
      .as(organiserB)
      .call(routes.listComments, { path: { roundId: finalRound }, query: { ...query } });

  it('are listed by entry with their judges and what was decided', async () => {
    await using world = await openWorld();
    const entries = await closedFinal(world, { contents: ideas });
    await world.settle();
    await moderate(world, entries[1]!, judge2, redaction);
    const pages = [];
    let cursor: string | undefined;
    do {
      const { body } = await list(world, { limit: '1', ...(cursor ? { cursor } : {}) });
      pages.push(body.items);
      cursor = body.next;
    } while (cursor !== undefined);
    const all = pages.flat();
    expect(all.map(({ entryId, judgeId }) => `${entryId} ${judgeId}`).sort()).toEqual(
      entries.flatMap(({ entryId }) => [1, 2, 3].map((n) => `${entryId} judge-${n}-0001`)).sort(),
    );
    const { decision, text, reason } = redaction;
    expect(all.filter(({ moderation }) => moderation)).toEqual([
      {
        entryId: entries[1]!.entryId,
        judgeId: judge2.personId,
        comment: 'Ý tưởng tốt',
        revision: 2,
        moderation: {
          decision,
          text,
          reason,
          by: organiserA.personId,
          at: world.now(),
          version: 1,
        },
      },
    ]);
    expect((await list(world)).text).not.toContain('"note"');
  });

  it('are nobody’s while a sheet can still change', async () => {
    await using world = await openWorld();
    const entries = await closedFinal(world, { contents: ideas.slice(0, 1) });
    const planned = { path: { roundId: 'vong-ba' } };
    expect(refusalIn(await world.as(organiserA).call(routes.listComments, planned))).toEqual(
      notFound,
    );
    const unread = await moderate(world, entries[0]!, judge1, {
      decision: 'released',
      revision: 1,
    });
    expect(refusalIn(unread)).toMatchObject({ status: 412, code: 'precondition-failed' });
  });

  it('are released together, all or none', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world, { contents: ideas });
    const [first] = entries;
    const reading = (judges: readonly { readonly personId: string }[], revision = 2) => ({
      path: { roundId: finalRound },
      body: {
        comments: judges.map(({ personId }) => ({
          entryId: first!.entryId,
          judgeId: personId,
          revision,
        })),
      },
    });
    const release = async (said: object) =>
      await world.as(organiserA).call(routes.releaseComments, said);
    await moderate(world, first!, judge2, { decision: 'withheld', reason: 'Nêu tên' });
    expect(refusalIn(await release(reading([judge1, judge2])))).toMatchObject({
      status: 409,
      code: 'state-conflict',
      blockers: [
        {
          code: 'comment-decided',
          entryId: first!.entryId,
          judgeId: judge2.personId,
          because: 'withheld',
        },
      ],
    });
    expect(refusalIn(await release(reading([judge1, judge1])))).toMatchObject({ status: 422 });
    expect((await release(reading([judge1, people.judge3]))).body).toEqual({ released: 2 });
    await publish(world, digest);
    const { body } = await feedbackOf(world, first!.entryId);
    expect(body.rounds[1]!.comments).toEqual(['Ý tưởng tốt', 'Ý tưởng tốt']);
    const subject = `comment/${world.editionId}/${finalRound}/${first!.entryId}/${judge1.personId}`;
    const records = world.table.database
      .prepare('SELECT count(*) AS n FROM ledger WHERE gsi1pk = ?')
      .get(`SUBJECT#${subject}`);
    expect(Number(records?.['n'])).toBe(1);
  });
});

/** The example's first criterion in a reply. */
function criterion(vi: string) {
  return {
    criterionId: 'doi-moi',
    name: { vi: expect.stringContaining(vi.split(' ')[0]!), en: expect.any(String) },
    maxPoints: '20',
  };
}
