import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { keepList } from '../../../functions/secretariat/keep-list.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import type { ContestEvent } from '../../../lib/platform/events.ts';
import { keys } from '../../../lib/store/keys.ts';
import { aroundTable } from '../../support/around-table.ts';
import { minimalPdf } from '../../support/fixtures/pdf.ts';
import { openWorld, type World } from '../../support/world.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  offerOf,
  screen,
  uploadedDocument,
} from '../../support/world-entries.ts';
import { people, person } from '../../support/world-people.ts';

const { applicant1, organiserA, secretary } = people;

type Changed = ContestEvent & { kind: 'item-changed' };

/** Every change of the world so far, as events. */
const eventsOf = ({ table }: World): Changed[] =>
  table.changes.after(0, 1000).map(({ id, ...images }) => ({
    kind: 'item-changed',
    id: `again-${id}`,
    ...images,
  }));

const cardsOf = async ({ table, editionId }: World) =>
  (await table.query({ partition: `LIST#${editionId}`, limit: 1000 })).items;

const list = async (world: World) => (await world.as(secretary).reply(routes.listEntries)).items;

/** The plan with another document that everybody has to bring. */
async function changePlan(world: World, kind = 'cam-ket'): Promise<void> {
  const { plan, version } = await world.anonymous.reply(routes.getEdition);
  const [first] = plan.documents;
  const documents = [...plan.documents, { ...first, kind, required: true }];
  await world.as(organiserA).reply(routes.changePlan, {
    body: {
      plan: { ...plan, documents } as WirePlan,
      reason: 'Bổ sung',
      documentNumber: '80/QĐ',
    },
    ifMatch: version,
  });
}

describe('the list', () => {
  it('follows an entry from its draft to the decision', async () => {
    await using world = await openWorld();
    const look = async () => {
      await world.settle();
      const [{ state, title, missing, submission, opinions, version } = {}] = await list(world);
      return [state, title, missing, submission, opinions, version];
    };
    const { title } = exampleContent();
    const { entryId } = await draftEntry(world);
    expect(await list(world)).toEqual([]);
    expect(await look()).toEqual(['draft', title, 1, 0, 0, 1]);
    await uploadedDocument(world, entryId);
    expect(await look()).toEqual(['draft', title, 0, 0, 0, 1]);
    const path = { entryId };
    const asOwner = world.as(applicant1);
    await asOwner.reply(routes.editEntry, {
      path,
      ifMatch: 1,
      body: exampleContent(0, { title: 'Bản nộp' }),
    });
    expect(await look()).toEqual(['draft', 'Bản nộp', 0, 0, 0, 2]);
    await asOwner.reply(routes.submitEntry, {
      path,
      body: { acceptedPlanVersion: 1 },
    });
    await asOwner.reply(routes.editEntry, {
      path,
      ifMatch: 3,
      body: exampleContent(0, { title: 'Bản nháp' }),
    });
    // A draft after it is nobody's business: neither its title nor what it can be found by.
    expect(await look()).toEqual(['submitted', 'Bản nộp', 0, 1, 0, 4]);
    const query = { text: 'Bản nháp' };
    expect((await world.as(secretary).reply(routes.listEntries, { query })).items).toEqual([]);
    await closeSubmissions(world);
    await screen(world, entryId);
    expect(await look()).toEqual(['eligible', 'Bản nộp', 0, 1, 1, 5]);
  });

  it.each([1, 2, 3])(
    'ends right whatever the order in which events come, and however often (%i)',
    async (seed) => {
      await using world = await openWorld();
      let turn = seed;
      const pause = async () => {
        turn = (turn * 48_271) % 2_147_483_647;
        // Chance, not a wait: some calls last for several acts.
        await setTimeout(turn % 3 === 0 ? turn % 90 : turn % 9);
      };
      const jittered = aroundTable(world.table, async (_, proceed) => {
        await pause();
        const answer = await proceed();
        await pause();
        return answer;
      });
      const react = keepList({ table: jittered });
      const deliver = async (event: Changed): Promise<void> => {
        await pause();
        await react(event).catch(async () => await deliver(event));
      };
      const { entryId } = await draftEntry(world);
      const asOwner = world.as(applicant1);
      const path = { entryId };
      const running: Promise<void>[] = [];
      for (let act = 1; act <= 12; act += 1) {
        await pause();
        if (act % 3 === 0) {
          const body = offerOf(minimalPdf(`Minh chung ${act}`), 'minh-chung');
          const { documentId } = await asOwner.reply(routes.requestUpload, {
            path,
            body,
          });
          if (act % 2 === 0) {
            await asOwner.reply(routes.removeDocument, {
              path: { entryId, documentId },
            });
          }
        } else {
          const { version } = await asOwner.reply(routes.getEntry, { path });
          const body = exampleContent(0, { title: `Bản ${act}` });
          await asOwner.reply(routes.editEntry, {
            path,
            ifMatch: version,
            body,
          });
        }
        const events = eventsOf(world).filter(({ after }) => /^ENTRY#/.test(after?.pk ?? ''));
        const late = events.slice(-2);
        running.push(...late.map(deliver), ...late.toReversed().map(deliver));
      }
      await Promise.all(running);
      const entry = await world.table.get(keys.entry(world.editionId, entryId));
      const dossier = await world.table.get(keys.dossier(world.editionId, entryId));
      expect(await cardsOf(world)).toMatchObject([
        { title: 'Bản 11', entryVersion: entry?.v, dossierVersion: dossier?.v },
      ]);
    },
  );

  it('is never put back by work that was slow', async () => {
    await using world = await openWorld();
    const { entryId } = await draftEntry(world);
    await world.settle();
    // The facts are read, the world goes on and its card is made, and only then the first one writes.
    let isFirst = true;
    const slow = aroundTable(world.table, async ({ method }, proceed) => {
      const answer = await proceed();
      if (method === 'getMany' && isFirst) {
        isFirst = false;
        const said = {
          path: { entryId },
          ifMatch: 2,
          body: exampleContent(0, { title: 'Mới' }),
        };
        await world.as(applicant1).reply(routes.editEntry, said);
        await world.settle();
      }
      return answer;
    });
    const said = {
      path: { entryId },
      ifMatch: 1,
      body: exampleContent(0, { title: 'Cũ' }),
    };
    await world.as(applicant1).reply(routes.editEntry, said);
    const event = eventsOf(world).findLast(({ after }) => after?.sk === 'ENTRY');
    if (!event) throw new Error('no event');
    await keepList({ table: slow })(event);
    expect(await list(world)).toMatchObject([{ title: 'Mới', version: 3 }]);
  });

  it('asks for the event again when a card never stands still', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    const event = eventsOf(world).find(({ after }) => after?.sk === 'ENTRY');
    if (!event) throw new Error('no event');
    const busy = aroundTable(world.table, async ({ method }, proceed) => {
      const answer = await proceed();
      if (method !== 'getMany') return answer;
      const card = keys.card(world.editionId, String(event.after?.['entryId']));
      await world.table.increment(card, 1);
      await world.table.write([{ kind: 'delete', key: card }]);
      await world.table.increment(card, 1);
      return answer;
    });
    await expect(keepList({ table: busy })(event)).rejects.toThrow();
  });

  it('leaves no record of its own in the ledger', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    const ledger = () => world.table.database.prepare('SELECT sk FROM ledger').all().length;
    const before = ledger();
    await world.settle();
    expect([(await cardsOf(world)).length, ledger()]).toEqual([1, before]);
  });
});

describe('a change of the plan', () => {
  it('is in every card, in steps of a hundred', async () => {
    await using world = await openWorld();
    for (let at = 0; at < 130; at += 1) {
      const content = exampleContent(0, { title: `Dự án ${at}` });
      await draftEntry(world, person(`owner-${Math.floor(at / 3)}`), content);
    }
    await world.settle();
    await changePlan(world);
    await world.settle();
    const cards = await cardsOf(world);
    expect(cards.length).toBe(130);
    for (const card of cards) {
      expect([card['planVersion'], card['missingDocuments']]).toEqual([
        2,
        ['thuyet-minh', 'cam-ket'],
      ]);
    }
    // The note, and one more for the second step.
    expect(await world.table.get(keys.relisting(world.editionId))).toMatchObject({ v: 2 });
  });

  it('goes on where it failed, and twice is once', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await world.settle();
    await changePlan(world);
    const react = keepList(world.services);
    const edition = eventsOf(world).findLast(({ after }) => after?.sk === 'EDITION');
    if (!edition) throw new Error('no event');
    await Promise.all([react(edition), react(edition)]);
    const noted = await world.table.get(keys.relisting(world.editionId));
    expect(noted).toMatchObject({ v: 1, planVersion: 2, after: '' });
    const step: Changed = {
      kind: 'item-changed',
      id: 'step',
      ...(noted ? { after: noted } : {}),
    };
    const broken = aroundTable(world.table, async ({ method }, proceed) => {
      if (method === 'write') throw new Error('the table is away');
      return await proceed();
    });
    await expect(keepList({ table: broken })(step)).rejects.toThrow('the table is away');
    await react(step);
    await react(step);
    expect(await cardsOf(world)).toMatchObject([{ planVersion: 2, v: 2 }]);
  });

  it('overtaken by the next one starts again under that one', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    await world.settle();
    await changePlan(world);
    await changePlan(world, 'giay-phep');
    const react = keepList(world.services);
    const editions = eventsOf(world).filter(({ after }) => after?.sk === 'EDITION');
    for (const event of editions.toReversed()) await react(event);
    const noted = await world.table.get(keys.relisting(world.editionId));
    expect(noted).toMatchObject({ v: 1, planVersion: 3 });
    await world.settle();
    expect(await cardsOf(world)).toMatchObject([{ planVersion: 3, missing: 3 }]);
  });

  it('meets an entry that is just begun: its card is made under the plan of its time', async () => {
    await using world = await openWorld();
    await draftEntry(world);
    const event = eventsOf(world).find(({ after }) => after?.sk === 'ENTRY');
    if (!event) throw new Error('no event');
    let isFirst = true;
    const slow = aroundTable(world.table, async ({ method }, proceed) => {
      const answer = await proceed();
      if (method === 'getMany' && isFirst) {
        isFirst = false;
        await changePlan(world);
      }
      return answer;
    });
    await keepList({ table: slow })(event);
    expect(await cardsOf(world)).toMatchObject([{ planVersion: 2, missing: 2, v: 1 }]);
  });

  it('of the freeze or of a new edition is none', async () => {
    await using world = await openWorld();
    await closeSubmissions(world);
    expect(await world.table.get(keys.relisting(world.editionId))).toBe(undefined);
  });
});
