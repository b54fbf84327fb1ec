import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { itemsIn } from '../../support/all-items.ts';
import { resultFindings } from '../../support/audit-results.ts';
import { publishedFiles } from '../../support/published-files.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { contenders, finalRound } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  approvedFinal,
  decisionOf,
  publish,
  signMinutes,
} from '../../support/world-results.ts';
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
const correctBy = async (world: World, digest: string, changes: object = {}, by = organiserB) => {
  const body = {
    resultVersion: 1,
    digest,
    decision: decisionOf(world, number),
    reason,
    ...changes,
  };
  return await world.as(by).call(routes.correctResult, { body });
};
const steps = (world: World, resultVersion: number) => ({
  resultVersion,
  state: 'published',
  publishedAt: world.now(),
  documentNumber: resultVersion === 1 ? '91/QĐ-UBND' : number,
  ...(resultVersion === 1 ? {} : { reason }),
});

/** The first prize is taken from whoever has it; the others move up, and that is approved. */
async function approvedAnew(world: World, entryId: string): Promise<string> {
  const body = {
    ...{ kind: 'take-prize', prizeId: 'nhat', entryId, moveUp: true },
    ...{ reason: 'Vi phạm quyền tác giả', documentNumber: '99/QĐ-BTC' },
  };
  const path = { roundId: finalRound };
  await world.as(organiserA).reply(routes.recordDecision, { path, body });
  const digest = await approve(world, finalRound);
  await signMinutes(world, digest);
  return digest;
}

describe('correctResult', () => {
  it('publishes what is approved anew as the next version, and keeps the one before', async () => {
    await using world = await openWorld();
    const contents = contenders(3);
    const { entries, digest } = await approvedFinal(world, { contents });
    const first = await publish(world, digest);
    await world.settle();
    const anew = await approvedAnew(world, entries[0]!.entryId);
    expect(anew).not.toBe(digest);
    // What is decided inside changes nothing outside.
    expect(await world.anonymous.reply(routes.getResult)).toEqual(first);
    world.at('2022-10-20T01:00:00.000Z');
    const answer = await correctBy(world, anew);
    const second = {
      ...first,
      resultVersion: 2,
      publishedAt: world.now(),
      digest: anew,
      decision: decisionOf(world, number),
      reason,
      awards: answer.body.awards,
      earlier: [{ ...steps(world, 1), publishedAt: first.publishedAt }],
    };
    expect([answer.status, answer.body]).toEqual([201, second]);
    expect(second.awards.map(({ title, rank }) => [title, rank])).toEqual([
      [contents[1]!.title, 2],
      [contents[2]!.title, 3],
    ]);
    expect(await world.anonymous.reply(routes.getResult)).toEqual(second);
    expect((await versionOf(world, 1)).body).toEqual(first);
    expect((await versionOf(world, 2)).body).toEqual(second);
    expect(refusalIn(await versionOf(world, 3))).toEqual(notFound);
    await world.settle();
    const files = new Map((await publishedFiles(world)).map(({ key, text }) => [key, text]));
    const folder = `results/${world.editionId}`;
    expect([...files.keys()]).toEqual([
      ...['en.html', 'index.html', 'results.json'].map((name) => `${folder}/${name}`),
      ...['1.en.html', '1.html', '1.json', '2.json'].map((name) => `${folder}/versions/${name}`),
      'results/results.schema.json',
    ]);
    expect(JSON.parse(files.get(`${folder}/results.json`)!)).toEqual(second);
    expect(JSON.parse(files.get(`${folder}/versions/1.json`)!)).toEqual(first);
    const page = files.get(`${folder}/index.html`)!;
    expect(page).toContain(reason);
    expect(page).toContain('href="versions/1.html"');
    expect(page).not.toContain(contents[0]!.title);
    const old = files.get(`${folder}/versions/1.html`)!;
    expect(old).toContain(contents[0]!.title);
    expect(old).toContain('href="../index.html"');
    const { main, ledger } = itemsIn(world.table.database);
    expect(resultFindings(main, ledger)).toEqual([]);
    // It would find a version that somebody changed, and one that is gone.
    const changed = main.map((item) =>
      item.sk === 'RESULT#0002' ? { ...item, digest: '0'.repeat(64) } : item,
    );
    expect(resultFindings(changed, ledger)).toHaveLength(2);
    const gone = main.filter(({ sk }) => sk !== 'RESULT#0001');
    expect(resultFindings(gone, ledger)).toHaveLength(2);
  });

  it('takes two people, the version that was seen, signed minutes and a reason', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    expect(refusalIn(await correctBy(world, digest))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'unpublished',
    });
    await publish(world, digest);
    expect(refusalIn(await correctBy(world, digest, {}, organiserA))).toEqual({
      status: 403,
      code: 'second-person-required',
    });
    expect(refusalIn(await correctBy(world, digest, { resultVersion: 2 }))).toEqual({
      status: 412,
      code: 'precondition-failed',
      currentVersion: 1,
    });
    expect(refusalIn(await correctBy(world, '0'.repeat(64)))).toMatchObject({
      code: 'digest-changed',
    });
    expect(refusalIn(await correctBy(world, digest, { reason: '' }))).toMatchObject({
      errors: [{ pointer: '/reason' }],
    });
    const body = {
      ...{ kind: 'take-prize', prizeId: 'nhat', entryId: entries[0]!.entryId, moveUp: false },
      ...{ reason: 'Rút giải', documentNumber: '99/QĐ-BTC' },
    };
    const path = { roundId: finalRound };
    await world.as(organiserA).reply(routes.recordDecision, { path, body });
    expect(refusalIn(await correctBy(world, digest))).toMatchObject({ state: 'closed' });
    const anew = await approve(world, finalRound);
    expect(refusalIn(await correctBy(world, anew))).toMatchObject({
      blockers: [{ code: 'minutes-not-signed', roundId: finalRound }],
    });
    const said = { body: { resultVersion: 1, digest, decision: decisionOf(world), reason } };
    expect(await refusalsOf(world, routes.correctResult, said, notOrganisers)).toEqual({
      anonymous: unauthenticated,
      ...each(notOrganisers, forbidden('organiser')),
    });
  });

  it('by several at once makes one version', async () => {
    await using world = await openWorld();
    const { digest } = await approvedFinal(world);
    await publish(world, digest);
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => await correctBy(world, digest)),
    );
    const lost = answers.filter(({ status }) => status !== 201);
    expect(lost.map(refusalIn)).toEqual(
      Array.from({ length: 7 }, () => ({
        status: 412,
        code: 'precondition-failed',
        currentVersion: 2,
      })),
    );
    expect((await world.anonymous.reply(routes.getResult)).resultVersion).toBe(2);
  });

  it('shows no name in any version that nobody agrees to any more', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    const { title, applicant } = exampleContent(0);
    await publish(world, digest);
    await world.settle();
    const path = { entryId: entries[0]!.entryId, purpose: 'cong-bo' };
    await world.as(people.applicant1).reply(routes.withdrawConsent, { path });
    await correctBy(world, digest);
    await world.settle();
    const texts = (await publishedFiles(world)).map(({ text }) => text);
    for (const n of [1, 2]) texts.push((await versionOf(world, n)).text);
    expect(texts.filter((text) => text.includes(applicant!.name))).toEqual([]);
    // All but the schema.
    expect(texts.filter((text) => text.includes(title))).toHaveLength(texts.length - 1);
  });
});
