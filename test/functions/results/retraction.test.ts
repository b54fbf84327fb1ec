import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { publishedFiles } from '../../support/published-files.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, decisionOf, publish } from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const notOrganisers = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;
const reason = 'Nhầm thứ hạng do lỗi nhập điểm';
const number = '95/QĐ-UBND';

const versionOf = async (world: World, resultVersion: number) =>
  await world.anonymous.call(routes.getResultVersion, {
    path: { resultVersion: `${resultVersion}` },
  });
const correctBy = async (world: World, digest: string, resultVersion = 1) => {
  const body = { resultVersion, digest, decision: decisionOf(world, number), reason };
  return await world.as(organiserB).call(routes.correctResult, { body });
};
const retractBy = async (world: World, resultVersion: number, by = organiserA) => {
  const body = { resultVersion, decision: decisionOf(world, number), reason };
  return await world.as(by).call(routes.retractResult, { body });
};
const confirmBy = async (world: World, resultVersion: number, by = organiserB) =>
  await world.as(by).call(routes.confirmRetraction, { body: { resultVersion } });

describe('retractResult', () => {
  it('takes two people and leaves a version that says so; the one before stays readable', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const first = await publish(world, digest);
    const proposed = await retractBy(world, 1);
    const proposal = {
      resultVersion: 1,
      reason,
      decision: decisionOf(world, number),
      proposedBy: organiserA.personId,
      proposedAt: world.now(),
    };
    expect([proposed.status, proposed.body]).toEqual([201, proposal]);
    expect(await world.anonymous.reply(routes.getResult)).toEqual(first);
    const { retraction, step } = await world.as(organiserB).reply(routes.getPublication);
    expect([step, retraction]).toEqual(['published', proposal]);
    expect(refusalIn(await confirmBy(world, 1, organiserA))).toEqual({
      status: 403,
      code: 'second-person-required',
    });
    const answer = await confirmBy(world, 1);
    const retracted = {
      ...first,
      resultVersion: 2,
      state: 'retracted',
      publishedAt: world.now(),
      reason,
      decision: proposal.decision,
      awards: [],
      earlier: [
        {
          resultVersion: 1,
          state: 'published',
          publishedAt: world.now(),
          documentNumber: '91/QĐ-UBND',
        },
      ],
    };
    expect([answer.status, answer.body]).toEqual([201, retracted]);
    expect(await world.anonymous.reply(routes.getResult)).toEqual(retracted);
    expect((await versionOf(world, 1)).body).toEqual(first);
    await world.settle();
    const page = (await publishedFiles(world)).find(({ key }) => key.endsWith('/index.html'));
    expect(page!.text).toContain('Kết quả đã được thu hồi.');
    for (const { title } of first.awards) expect(page!.text).not.toContain(title);
    // Once more there is nothing to retract; what is right is published as a later version.
    const gone = { status: 409, code: 'state-conflict', state: 'retracted' };
    expect(refusalIn(await retractBy(world, 2))).toEqual(gone);
    expect(refusalIn(await confirmBy(world, 2))).toEqual(gone);
    const third = await correctBy(world, digest, 2);
    expect([third.status, third.body.resultVersion, third.body.state]).toEqual([
      201,
      3,
      'published',
    ]);
    expect(third.body.earlier.map(({ state }) => state)).toEqual(['published', 'retracted']);
    const { records } = await listHistory(world.table, `result/${world.editionId}`, { limit: 9 });
    expect(records.map(({ operation }) => operation)).toEqual([
      ...['publishResult', 'retractResult', 'confirmRetraction', 'correctResult'],
    ]);
  });

  it('is of the version that was seen, once proposed', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    const unpublished = { status: 409, code: 'state-conflict', state: 'unpublished' };
    expect(refusalIn(await retractBy(world, 1))).toEqual(unpublished);
    expect(refusalIn(await confirmBy(world, 1))).toEqual(unpublished);
    await publish(world, digest);
    expect(refusalIn(await confirmBy(world, 1))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'published',
      blockers: [{ code: 'not-proposed' }],
    });
    await retractBy(world, 1);
    await correctBy(world, digest);
    const stale = { status: 412, code: 'precondition-failed', currentVersion: 2 };
    expect(refusalIn(await retractBy(world, 1))).toEqual(stale);
    expect(refusalIn(await confirmBy(world, 1))).toEqual(stale);
    // The proposal was about the version before.
    expect(refusalIn(await confirmBy(world, 2))).toMatchObject({
      blockers: [{ code: 'not-proposed' }],
    });
  });

  it('confirmed by several at once makes one version', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    await retractBy(world, 1);
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => await confirmBy(world, 1)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412, 412, 412]);
    expect((await world.anonymous.reply(routes.getResult)).resultVersion).toBe(2);
  });

  it('is an organiser’s to propose and to confirm', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    const body = { resultVersion: 1, decision: decisionOf(world), reason };
    const refusals = {
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    };
    const propose = await refusalsOf(world, routes.retractResult, { body }, notOrganisers);
    expect(propose).toEqual(refusals);
    const said = { body: { resultVersion: 1 } };
    const confirm = await refusalsOf(world, routes.confirmRetraction, said, notOrganisers);
    expect(confirm).toEqual(refusals);
  });
});

describe('a published result', () => {
  it('is taken away by no method of its addresses', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    const about = Object.values(routes).filter(
      ({ path }) => path.includes('/result') && !path.includes('retraction'),
    );
    expect(about.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /api/editions/{editionId}/result',
      'GET /api/editions/{editionId}/result/versions/{resultVersion}',
      'POST /api/editions/{editionId}/result/corrections',
    ]);
    const answer = await world.as(organiserA).call(routes.cancelPublication);
    expect(refusalIn(answer)).toEqual(notFound);
  });
});
