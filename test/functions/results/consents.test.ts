import { describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { aroundTable } from '../../support/around-table.ts';
import { publishedFiles } from '../../support/published-files.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  closeSubmissions,
  exampleContent,
  screen,
  submittedEntry,
} from '../../support/world-entries.ts';
import {
  type Contender,
  close,
  finalRound,
  firstRound,
  openScoring,
  scoreAll,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  approvedFinal,
  digestIn,
  publish,
  signMinutes,
} from '../../support/world-results.ts';

const { applicant1, applicant2, organiserA } = people;
const version = '2022-05-20';

const withdraw = async (world: World, entryId: string, purpose: string, said: object = {}) =>
  await world.as(applicant1).call(routes.withdrawConsent, { path: { entryId, purpose }, ...said });

describe('the published result', () => {
  const names = [exampleContent(0), exampleContent(1)].map(({ applicant }) => applicant!.name);
  const named = ({ awards }: { readonly awards: readonly { applicantName?: string }[] }) =>
    awards.map(({ applicantName }) => applicantName);

  test.each(['cong-bo', 'to-chuc'])(
    'names nobody who took %s back while judged',
    async (purpose) => {
      await using world = await openWorld();
      const { entries, digest } = await approvedFinal(world);
      await withdraw(world, entries[0]!.entryId, purpose);
      const result = await publish(world, digest);
      expect(named(result)).toEqual([undefined, names[1]]);
      const { title, publicSummary } = exampleContent(0);
      expect(result.awards[0]).toMatchObject({ title, code: entries[0]!.code });
      await world.settle();
      const files = (await publishedFiles(world)).filter(({ key }) => !/schema/u.test(key));
      expect(files).toHaveLength(4);
      for (const { text } of files) {
        expect([text.includes(names[0]!), text.includes(publicSummary!)]).toEqual([false, false]);
        expect([text.includes(names[1]!), text.includes(title)]).toEqual([true, true]);
      }
    },
  );

  test('names whom another purpose was taken back from', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    await withdraw(world, entries[0]!.entryId, 'ket-noi');
    expect(named(await publish(world, digest))).toEqual(names);
  });

  test('names nobody who took it back through the draft, and whoever gave it again', async () => {
    await using world = await openWorld();
    const run = [{ purpose: 'to-chuc', version }];
    const one = await submittedEntry(world);
    const two = await submittedEntry(world, { owner: applicant2, content: exampleContent(1) });
    const unticked = exampleContent(0, { consents: run });
    const edit = { path: { entryId: one.entryId }, ifMatch: 2, body: unticked };
    await world.as(applicant1).reply(routes.editEntry, edit);
    const path = { entryId: two.entryId };
    const taken = await world
      .as(applicant2)
      .reply(routes.withdrawConsent, { path: { ...path, purpose: 'cong-bo' } });
    const again = { path, ifMatch: taken.version, body: exampleContent(1) };
    await world.as(applicant2).reply(routes.editEntry, again);
    const digest = await finalOf(world, [one, two]);
    expect(named(await publish(world, digest))).toEqual([undefined, names[1]]);
  });

  test('keeps the award and loses the name when a consent is taken back later', async () => {
    await using world = await openWorld();
    const { entries, digest } = await approvedFinal(world);
    const result = await publish(world, digest);
    expect(named(result)).toEqual(names);
    await world.settle();
    const path = { entryId: entries[0]!.entryId };
    const answer = await withdraw(world, path.entryId, 'cong-bo');
    expect([answer.status, answer.body.state]).toEqual([200, 'eligible']);
    await world.settle();
    const [{ applicantName, publicSummary, ...unnamed }, ...others] = result.awards as [
      (typeof result.awards)[number],
    ];
    const shown = { ...result, awards: [unnamed, ...others] };
    expect(await world.anonymous.reply(routes.getResult)).toEqual(shown);
    for (const { key, text } of await publishedFiles(world)) {
      const isAbout = !key.endsWith('schema.json');
      expect([key, text.includes(applicantName!), text.includes(names[1]!)]).toEqual([
        key,
        false,
        isAbout,
      ]);
    }
    const { items } = await world.as(organiserA).reply(routes.getEntryHistory, { path });
    expect(items.at(-1)).toEqual({
      at: world.now(),
      operation: 'withdrawConsent',
      actorId: applicant1.personId,
      detail: { purpose: 'cong-bo', state: 'eligible' },
    });
  });

  test('saved as a consent is taken back: the withdrawal came first, so nobody is named', async () => {
    let interfere: (() => Promise<unknown>) | undefined;
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
    const { entries, digest } = await approvedFinal(world);
    const take = (at: number, purpose: string) => async () => {
      const answer = await world
        .as(at === 0 ? applicant1 : applicant2)
        .call(routes.withdrawConsent, { path: { entryId: entries[at]!.entryId, purpose } });
      expect(answer.status).toBe(200);
    };
    // The first withdrawal of the edition, and one after another.
    interfere = async () => {
      await take(0, 'cong-bo')();
      interfere = take(1, 'cong-bo');
    };
    expect(named(await publish(world, digest))).toEqual([undefined, undefined]);
  });
});

/** The digest of an approved final with these entries, the first of them ahead. */
async function finalOf(world: World, entries: readonly Contender[]): Promise<string> {
  await closeSubmissions(world);
  for (const { entryId } of entries) await screen(world, entryId);
  for (const roundId of [firstRound, finalRound]) {
    await openScoring(world, entries, { roundId });
    await scoreAll(world, entries, { roundId });
    await close(world, roundId);
    await approve(world, roundId);
  }
  const digest = await digestIn(world, finalRound);
  await signMinutes(world, digest);
  return digest;
}
