import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { paper, publishedWorld, retract, revoke } from '../../support/world-certificates.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { people } from '../../support/world-people.ts';
import { approvedFinal, decisionOf, issueAll, noCertificate } from '../../support/world-results.ts';
import {
  each,
  forbidden,
  notFound,
  refusalsOf,
  unauthenticated,
} from '../../support/wrong-actors.ts';

const { applicant1, organiserA, organiserB } = people;
const notOrganisers = [
  'secretary',
  'judge1',
  'applicant1',
  'administrator',
  'organiserElsewhere',
  'revoked',
] as const;
/** How many items of certificates are stored. */
const storedItems = ({ table }: World): number => {
  const rows = table.database.prepare('SELECT pk FROM main').all();
  return rows.filter(({ pk }) => String(pk).startsWith('CERTIFICATE')).length;
};

describe('issueCertificates', () => {
  it('issues nothing before the publication, and leaves nothing behind', async () => {
    await using world = await openWorld();
    const { entries } = await approvedFinal(world);
    const early = await world
      .as(organiserA)
      .call(routes.issueCertificates, { body: { awards: 'all' } });
    const state = 'not-published';
    expect(refusalIn(early)).toEqual({ status: 409, code: 'state-conflict', state });
    const path = { entryId: entries[0]!.entryId, prizeId: 'nhat' };
    expect(refusalIn(await world.as(applicant1).call(routes.getCertificate, { path }))).toEqual(
      notFound,
    );
    await world.settle();
    expect([storedItems(world), await world.results.list('')]).toEqual([0, []]);
  });

  it('gives each award one, with what was published, and the same when asked again', async () => {
    await using world = await openWorld();
    const { entries, digest } = await publishedWorld(world);
    const { issued, remaining, certificates } = await issueAll(world);
    expect([issued, remaining]).toEqual([2, 0]);
    const { applicant, title, members } = exampleContent(0);
    const edition = await world.anonymous.reply(routes.getEdition);
    expect(certificates[0]).toEqual({
      state: 'valid',
      code: expect.stringMatching(/^(?:[0-9A-Z]{5}-){4}[0-9A-Z]{6}$/),
      edition: edition.plan.name,
      organiser: edition.plan.organiser,
      prize: { vi: 'Giải Nhất', en: 'First prize' },
      joint: false,
      prizeId: 'nhat',
      entryId: entries[0]!.entryId,
      entryCode: entries[0]!.code,
      title,
      applicantName: applicant!.name,
      members: members.map(({ name }) => name).filter((name) => name !== applicant!.name),
      decision: decisionOf(world),
      resultVersion: 1,
      digest,
      issuedAt: world.now(),
      issuedOn: decisionOf(world).issuedOn,
    });
    expect(await issueAll(world)).toEqual({ issued: 0, remaining: 0, certificates });
    const awards = [{ prizeId: 'nhat', entryId: entries[0]!.entryId }];
    const body = { awards: [...awards, ...awards] };
    expect(await world.as(organiserB).reply(routes.issueCertificates, { body })).toEqual({
      issued: 0,
      remaining: 0,
      certificates: [certificates[0]],
    });
  });

  it('comes to one where two issue at once', async () => {
    await using world = await openWorld();
    await publishedWorld(world);
    const said = { body: { awards: 'all' as const } };
    const [one, other] = await Promise.all([
      world.as(organiserA).reply(routes.issueCertificates, said),
      world.as(organiserB).reply(routes.issueCertificates, said),
    ]);
    expect(one.certificates).toEqual(other.certificates);
    expect(one.issued + other.issued).toBe(2);
    expect(storedItems(world)).toBe(4);
  });

  it('refuses awards that are not there, and a retracted result', async () => {
    await using world = await openWorld();
    const { entries } = await publishedWorld(world);
    const { entryId } = entries[0]!;
    const awards = [
      { prizeId: 'nhat', entryId },
      { prizeId: 'ba', entryId },
    ];
    const issue = async (body: { awards: 'all' | typeof awards }) =>
      refusalIn(await world.as(organiserA).call(routes.issueCertificates, { body }));
    const errors = [{ pointer: '/awards/1', code: 'not-allowed' }];
    expect(await issue({ awards })).toEqual({ status: 422, code: 'validation-failed', errors });
    expect(storedItems(world)).toBe(0);
    await retract(world);
    const refused = { status: 409, code: 'state-conflict', state: 'retracted' };
    expect(await issue({ awards: 'all' })).toEqual(refused);
  });

  it('is an organiser’s, as a revocation is', async () => {
    await using world = await openWorld();
    const refusals = { anonymous: unauthenticated, ...each(notOrganisers, forbidden('organiser')) };
    const issue = { body: { awards: 'all' } };
    expect(await refusalsOf(world, routes.issueCertificates, issue, notOrganisers)).toEqual(
      refusals,
    );
    const said = { path: { certificate: noCertificate }, body: paper };
    expect(await refusalsOf(world, routes.revokeCertificate, said, notOrganisers)).toEqual(
      refusals,
    );
    expect(refusalIn(await revoke(world, noCertificate))).toEqual(notFound);
  });
});

describe('listCertificates', () => {
  it('lists what was issued, with how it stands, award by award and page by page', async () => {
    await using world = await openWorld();
    await publishedWorld(world);
    const asSecretary = world.as(people.secretary);
    expect(await asSecretary.reply(routes.listCertificates)).toEqual({ items: [] });
    const { certificates } = await issueAll(world);
    expect(await asSecretary.reply(routes.listCertificates)).toEqual({ items: certificates });
    await revoke(world, certificates[0]!.code);
    const { at, ...revoked } = { ...paper, at: world.now() };
    const listed = [
      { ...certificates[0]!, state: 'revoked', revoked: { ...revoked, at } },
      certificates[1],
    ];
    const query = { limit: '1' };
    const first = await world.as(organiserB).reply(routes.listCertificates, { query });
    const { next: cursor = '' } = first;
    const second = await world
      .as(organiserB)
      .reply(routes.listCertificates, { query: { ...query, cursor } });
    expect([...first.items, ...second.items]).toEqual(listed);
    // Bound to its reader.
    const foreign = await asSecretary.call(routes.listCertificates, { query: { cursor } });
    expect(refusalIn(foreign)).toEqual({
      status: 400,
      code: 'cursor-invalid',
      errors: [{ pointer: '/query/cursor', code: 'not-allowed' }],
    });
    await retract(world);
    const { items } = await asSecretary.reply(routes.listCertificates);
    expect(items.map(({ state }) => state)).toEqual(['revoked', 'superseded']);
  });

  it('is for organisers and the secretariat', async () => {
    await using world = await openWorld();
    await publishedWorld(world);
    const others = notOrganisers.filter((one) => one !== 'secretary');
    expect(await refusalsOf(world, routes.listCertificates, {}, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });

  it('takes as many waits for one award as for two', async () => {
    await using world = await openWorld();
    const { entries } = await publishedWorld(world);
    // Events of the publication read too.
    const trips = async () => {
      await world.settle();
      return await world.tripsOf(() => world.as(organiserA).reply(routes.listCertificates));
    };
    const body = { awards: [{ prizeId: 'nhat', entryId: entries[0]!.entryId }] };
    await world.as(organiserA).reply(routes.issueCertificates, { body });
    const one = await trips();
    await issueAll(world);
    expect([one, await trips()]).toEqual([one, one]);
    expect(one).toMatchObject({ writes: 0, waits: 3 });
  });
});

describe('getCertificate', () => {
  it('links a PDF with the names, for the team and organisers alone', async () => {
    await using world = await openWorld({ servesFiles: true });
    const { entries } = await publishedWorld(world);
    const path = { entryId: entries[0]!.entryId, prizeId: 'nhat' };
    const asked = async () => await world.as(applicant1).call(routes.getCertificate, { path });
    expect(refusalIn(await asked())).toEqual(notFound);
    const { certificates } = await issueAll(world);
    const { body } = await asked();
    expect(body.code).toBe(certificates[0]!.code);
    const bytes = new Uint8Array(await (await fetch(body.url)).arrayBuffer());
    const { lines, links } = await readPdf(bytes);
    expect(lines).toContain(exampleContent(0).applicant!.name);
    expect(lines).toContain(body.code);
    const url = `https://contest.example.vn/certificates/${body.code}`;
    expect(links).toEqual([{ subtype: 'Link', url }]);
    const again = await world.as(organiserA).reply(routes.getCertificate, { path });
    expect([again.sha256, again.size]).toEqual([body.sha256, bytes.length]);
    const others = ['applicant2', 'judge1', 'secretary', 'administrator'] as const;
    expect(await refusalsOf(world, routes.getCertificate, { path }, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, notFound),
    });
  });

  it('gives none that holds no more', async () => {
    await using world = await openWorld();
    const { entries } = await publishedWorld(world);
    const { certificates } = await issueAll(world);
    const refusalOf = async (index: number, prizeId: string) => {
      const path = { entryId: entries[index]!.entryId, prizeId };
      return refusalIn(await world.as(organiserA).call(routes.getCertificate, { path }));
    };
    await revoke(world, certificates[0]!.code);
    const conflict = { status: 409, code: 'state-conflict' };
    expect(await refusalOf(0, 'nhat')).toEqual({ ...conflict, state: 'revoked' });
    await retract(world);
    expect(await refusalOf(1, 'nhi')).toEqual({ ...conflict, state: 'superseded' });
  });
});
