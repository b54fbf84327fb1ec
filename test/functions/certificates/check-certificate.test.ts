import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { publishedFiles } from '../../support/published-files.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  check,
  correct,
  paper,
  publishedWorld,
  retract,
  revoke,
  stateOf,
} from '../../support/world-certificates.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { finalRound } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  decisionOf,
  issueAll,
  noCertificate,
  signMinutes,
} from '../../support/world-results.ts';
import { notFound } from '../../support/wrong-actors.ts';

const { applicant1, organiserA } = people;
describe('checkCertificate', () => {
  it('tells whoever has the code what stands on it, and nobody anything of another', async () => {
    await using world = await openWorld();
    await publishedWorld(world);
    const { certificates } = await issueAll(world);
    const { prizeId, entryId, resultVersion, digest, issuedAt, ...face } = certificates[0]!;
    expect((await check(world, face.code)).body).toEqual(face);
    expect(refusalIn(await check(world, noCertificate))).toEqual(notFound);
  });

  it('says by what it was revoked; a new one comes with a correction, once', async () => {
    await using world = await openWorld();
    const { digest } = await publishedWorld(world);
    const { certificates } = await issueAll(world);
    const { code } = certificates[0]!;
    const answer = await revoke(world, code);
    const revoked = { ...paper, at: world.now() };
    expect(answer.body).toEqual({ ...certificates[0], state: 'revoked', revoked });
    const told = (await check(world, code)).body;
    expect([told.state, told.revoked]).toEqual(['revoked', revoked]);
    expect(refusalIn(await revoke(world, code))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'revoked',
    });
    expect((await issueAll(world)).issued).toBe(0);
    await correct(world, 1, digest);
    const after = await issueAll(world);
    expect([after.issued, after.certificates[1]]).toEqual([1, certificates[1]]);
    const renewed = after.certificates[0]!;
    expect([renewed.code === code, renewed.resultVersion, renewed.decision.documentNumber]).toEqual(
      [false, 2, '96/QĐ'],
    );
    expect([await stateOf(world, code), await stateOf(world, renewed.code)]).toEqual([
      'revoked',
      'valid',
    ]);
    expect((await issueAll(world)).issued).toBe(0);
  });

  it('says that the result has no such award any more', async () => {
    await using world = await openWorld();
    await publishedWorld(world);
    const { certificates } = await issueAll(world);
    await retract(world);
    const { state, supersededBy } = (await check(world, certificates[0]!.code)).body;
    expect([state, supersededBy]).toEqual([
      'superseded',
      {
        resultVersion: 2,
        documentNumber: '95/QĐ',
        at: world.now(),
        reason: 'Khiếu nại đúng',
      },
    ]);
  });

  it('names the version that took the award away, whatever came after it', async () => {
    await using world = await openWorld();
    const { entries } = await publishedWorld(world);
    const { code } = (await issueAll(world)).certificates[0]!;
    const { entryId } = entries[0]!;
    const path = { roundId: finalRound };
    const take = { kind: 'take-prize', prizeId: 'nhat', entryId, moveUp: true, ...paper };
    await world.as(organiserA).reply(routes.recordDecision, { path, body: take });
    const digest = await approve(world, finalRound);
    await signMinutes(world, digest);
    await correct(world, 1, digest);
    const corrected = { resultVersion: 2, documentNumber: '96/QĐ', at: world.now() };
    await retract(world, 2);
    const told = (await check(world, code)).body;
    expect([told.state, told.supersededBy]).toEqual([
      'superseded',
      { ...corrected, reason: 'Đính chính' },
    ]);
    await world.settle();
    const page = (await publishedFiles(world)).find(({ key }) => key === `certificates/${code}`);
    expect([page!.text.includes('96/QĐ'), page!.text.includes('95/QĐ')]).toEqual([true, false]);
  });

  it('names nobody who took the consent back, nor do the page and the PDF', async () => {
    await using world = await openWorld({ servesFiles: true });
    const { entries } = await publishedWorld(world);
    const { certificates } = await issueAll(world);
    await world.settle();
    const { entryId } = entries[0]!;
    const path = { entryId, purpose: 'cong-bo' };
    await world.as(applicant1).reply(routes.withdrawConsent, { path });
    const { code, applicantName, members } = certificates[0]!;
    const told = (await check(world, code)).body;
    expect([told.state, told.applicantName, told.members]).toEqual(['valid', undefined, []]);
    await world.settle();
    const link = await world
      .as(applicant1)
      .reply(routes.getCertificate, { path: { entryId, prizeId: 'nhat' } });
    const bytes = new Uint8Array(await (await fetch(link.url)).arrayBuffer());
    const page = (await publishedFiles(world)).find(({ key }) => key === `certificates/${code}`);
    for (const text of [(await readPdf(bytes)).lines.join('\n'), page!.text]) {
      expect([applicantName!, ...members].filter((name) => text.includes(name))).toEqual([]);
      expect(text).toContain(told.entryCode);
    }
  });
});

describe('the page behind the code', () => {
  it('comes with the event, says the same, runs nothing and follows what becomes of it', async () => {
    await using world = await openWorld();
    const { digest } = await publishedWorld(world);
    const { certificates } = await issueAll(world);
    const [first, second] = certificates.map(({ code }) => code);
    const pageOf = async (code: string) => {
      await world.settle();
      const page = (await publishedFiles(world)).find(({ key }) => key === `certificates/${code}`);
      expect(page?.contentType).toBe('text/html; charset=utf-8');
      return page!.text;
    };
    const page = await pageOf(first!);
    const { applicant, title } = exampleContent(0);
    for (const said of [
      first!,
      applicant!.name,
      title,
      decisionOf(world).documentNumber,
      'Giải Nhất',
      'First prize',
    ]) {
      expect(page).toContain(said);
    }
    expect(page).toContain('Giấy chứng nhận có giá trị.');
    expect(page).toContain('This certificate is valid.');
    expect(page).not.toMatch(/<script|javascript:| on[a-z]+=|https?:/iu);
    await revoke(world, first!);
    const revoked = await pageOf(first!);
    for (const said of ['đã bị thu hồi', 'has been revoked', paper.reason, paper.documentNumber]) {
      expect(revoked).toContain(said);
    }
    expect(await pageOf(second!)).toContain('This certificate is valid.');
    await retract(world);
    const gone = await pageOf(second!);
    expect(gone).toContain('This certificate holds no more');
    expect(gone).toContain('Khiếu nại đúng');
    await correct(world, 2, digest);
    expect(await pageOf(second!)).toContain('This certificate is valid.');
  });
});
