import { describe, expect, test } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import type { Item } from '../../../lib/platform/table.ts';
import { keys } from '../../../lib/store/keys.ts';
import { auditTables } from '../../support/audit-tables.ts';
import { exampleWirePlan } from '../../support/example-plan.ts';
import { interposed } from '../../support/interposed.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { draftEntry, exampleContent, uploadedDocument } from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';

const { applicant1, applicant2, applicant3, organiserA } = people;
const taken = (field: 'title' | 'taxCode') => ({ status: 409, code: 'duplicate-entry', field });

type Unique = NonNullable<WirePlan['limits']['unique']>;
const uniqueIn =
  (...unique: Unique) =>
  (plan: WirePlan): WirePlan => ({ ...plan, limits: { ...plan.limits, unique } });

let titles = 0;
/** An enterprise's content under a title of its own. */
const enterprise = (taxCode = '6199999015', title = `Đề tài ${++titles}`) => {
  const content = exampleContent(0, { title });
  return { ...content, applicant: { ...content.applicant!, taxCode } };
};

/** A draft with its document, and how it is handed in. */
async function ready(world: World, owner = applicant1, content = enterprise()) {
  const { entryId } = await draftEntry(world, owner, content);
  await uploadedDocument(world, entryId, { owner });
  const path = { entryId };
  const asOwner = world.as(owner);
  const submit = async (acceptedPlanVersion = 1) =>
    await asOwner.call(routes.submitEntry, { path, body: { acceptedPlanVersion } });
  const edit = async (body: ReturnType<typeof enterprise>) => {
    const { version } = await asOwner.reply(routes.getEntry, { path });
    return await asOwner.call(routes.editEntry, { path, ifMatch: version, body });
  };
  const withdraw = async () => await asOwner.reply(routes.withdrawEntry, { path });
  return { entryId, submit, edit, withdraw };
}

/** Who holds the number, by entry id. */
const holderOf = async (world: World, number = '6199999015') =>
  (await world.table.get(keys.taxCode(world.editionId, number)))?.['entryId'];

/** Every entry holds what it should, and nobody else's. */
const expectSound = async ({ table, documents, services: { signer } }: World) => {
  const read = (name: 'main' | 'ledger') =>
    table.database
      .prepare(`SELECT body FROM ${name}`)
      .all()
      .map(({ body }): Item => JSON.parse(String(body)));
  const all = { main: read('main'), ledger: read('ledger') };
  const { findings } = await auditTables(all, { documents, signer });
  expect(findings.filter((one) => one.includes(' holds '))).toEqual([]);
};

describe('a tax number that stands once', () => {
  const plan = uniqueIn('title', 'taxCode');

  test('is taken by whoever hands in first, and by no draft', async () => {
    await using world = await openWorld({ plan });
    const squatter = await ready(world, applicant1);
    const honest = await ready(world, applicant2);
    expect(await holderOf(world)).toBeUndefined();
    expect((await honest.submit()).status).toBe(201);
    expect(await holderOf(world)).toBe(honest.entryId);
    expect(refusalIn(await squatter.submit())).toEqual(taken('taxCode'));
    await expectSound(world);
  });

  test('is that of the enterprise, whatever its branch', async () => {
    await using world = await openWorld({ plan });
    const branch = await ready(world, applicant1, enterprise('6199999015-002'));
    const other = await ready(world, applicant2, enterprise('6199999015-001'));
    const person = await ready(
      world,
      applicant3,
      exampleContent(4) as ReturnType<typeof enterprise>,
    );
    expect((await branch.submit()).status).toBe(201);
    expect(refusalIn(await other.submit())).toEqual(taken('taxCode'));
    expect((await person.submit()).status).toBe(201);
    expect(await holderOf(world, '000000000005')).toBe(person.entryId);
  });

  test('of two at once is one’s (R9)', async () => {
    await using world = await openWorld({ plan });
    const [one, two] = [await ready(world, applicant1), await ready(world, applicant2)];
    const answers = await Promise.all([one.submit(), two.submit()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [lost] = answers.filter(({ status }) => status === 409);
    expect(refusalIn(lost!)).toEqual(taken('taxCode'));
    await expectSound(world);
  });

  test('that somebody takes between decision and save is told as taken', async () => {
    const between = interposed();
    await using world = await openWorld({ plan, around: between.around });
    const [one, two] = [await ready(world, applicant1), await ready(world, applicant2)];
    between.beforeNextWrite(async () => await two.submit());
    expect(refusalIn(await one.submit())).toEqual(taken('taxCode'));
    expect(await holderOf(world)).toBe(two.entryId);
    const path = { entryId: one.entryId };
    const entry = await world.as(applicant1).reply(routes.getEntry, { path });
    expect([entry.state, entry.submission]).toEqual(['draft', 0]);
  });

  test('is kept when handed in again, and moved with another', async () => {
    await using world = await openWorld({ plan });
    const { entryId, submit, edit } = await ready(world);
    expect((await submit()).status).toBe(201);
    expect((await submit()).status).toBe(201);
    expect(await holderOf(world)).toBe(entryId);
    await edit(enterprise('6199999022'));
    // A draft moves nothing.
    expect([await holderOf(world), await holderOf(world, '6199999022')]).toEqual([
      entryId,
      undefined,
    ]);
    expect((await submit()).status).toBe(201);
    expect([await holderOf(world), await holderOf(world, '6199999022')]).toEqual([
      undefined,
      entryId,
    ]);
    const heir = await ready(world, applicant2);
    expect((await heir.submit()).status).toBe(201);
    await expectSound(world);
  });

  test('is free again when the applicant comes to have none', async () => {
    await using world = await openWorld({ plan });
    const { submit, edit } = await ready(world);
    await submit();
    const { taxCode: _, registeredOn: __, ...applicant } = enterprise().applicant;
    await edit({ ...enterprise(), applicant: { ...applicant, kind: 'team' } } as ReturnType<
      typeof enterprise
    >);
    expect((await submit()).status).toBe(201);
    expect(await holderOf(world)).toBeUndefined();
    await expectSound(world);
  });

  test('is free again when the entry is taken back, and with it the title', async () => {
    await using world = await openWorld({ plan });
    const content = enterprise('6199999015', 'Trà Sâm');
    const first = await ready(world, applicant1, content);
    await first.submit();
    await first.withdraw();
    expect(await holderOf(world)).toBeUndefined();
    const second = await ready(world, applicant2, content);
    expect((await second.submit()).status).toBe(201);
    await first.withdraw();
    expect(await holderOf(world)).toBe(second.entryId);
    await expectSound(world);
  });
});

describe('where the plan does not say so', () => {
  test('a tax number may stand twice', async () => {
    await using world = await openWorld();
    for (const owner of [applicant1, applicant2]) {
      expect((await (await ready(world, owner)).submit()).status).toBe(201);
    }
    expect(await holderOf(world)).toBeUndefined();
    await expectSound(world);
  });

  test('a title may stand twice, at the beginning and later', async () => {
    await using world = await openWorld({ plan: uniqueIn('taxCode') });
    const one = await ready(world, applicant1, enterprise('6199999015', 'Trà Sâm'));
    const two = await ready(world, applicant2, enterprise('6199999022', 'Trà Sâm'));
    expect((await one.edit(enterprise('6199999015', 'Cà phê'))).status).toBe(200);
    expect((await two.edit(enterprise('6199999022', 'Cà phê'))).status).toBe(200);
    await one.withdraw();
    await expectSound(world);
  });
});

test('a plan that begins to take titles takes none from whoever has it, and frees none of theirs', async () => {
  await using world = await openWorld({ plan: uniqueIn('taxCode') });
  const content = (taxCode: string, title: string) => enterprise(taxCode, title);
  const one = await ready(world, applicant1, content('6199999015', 'Trà Sâm'));
  const plan = exampleWirePlan();
  await world.as(organiserA).reply(routes.changePlan, {
    ifMatch: 1,
    body: { plan, reason: 'Mỗi tên một hồ sơ', documentNumber: '99/QĐ-BTC' },
  });
  const two = await ready(world, applicant2, content('6199999022', 'Trà Sâm'));
  expect(refusalIn(await one.edit(content('6199999015', 'TRÀ SÂM')))).toEqual(taken('title'));
  expect((await one.edit(content('6199999015', 'Cà phê'))).status).toBe(200);
  // The title that the first one never held is still the second one's.
  expect(refusalIn(await one.edit(content('6199999015', 'Trà Sâm')))).toEqual(taken('title'));
  await two.withdraw();
  expect((await one.edit(content('6199999015', 'Trà Sâm'))).status).toBe(200);
  await expectSound(world);
});
