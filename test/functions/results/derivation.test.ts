import { describe, expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { faultsIn } from '../../support/check-derivation.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { exampleContent } from '../../support/world-entries.ts';
import { contenders, finalRound, firstRound, scoringEntries } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { closedFinal, closedFirstRound, digestIn } from '../../support/world-results.ts';
import { each, forbidden, refusalsOf, unauthenticated } from '../../support/wrong-actors.ts';

const { organiserA, organiserB } = people;
const path = { roundId: finalRound };

const derivation = async (world: World, said: object = {}, by = organiserA) =>
  await world.as(by).call(routes.getDerivation, { path, ...said });

describe('the derivation in words', () => {
  it('holds when it is added up by hand, in both languages, with what the organisers decided', async () => {
    await using world = await openWorld();
    const entries = await closedFinal(world, { contents: contenders(3), gap: 3 });
    await world.as(organiserA).reply(routes.recordDecision, {
      path,
      body: {
        kind: 'give-prize',
        prizeId: 'nhat',
        entryId: entries[1]!.entryId,
        reason: 'Ban Tổ chức *quyết định*',
        documentNumber: '99/QĐ-BTC',
      },
    });
    const digest = await digestIn(world, finalRound);
    for (const language of ['vi', 'en'] as const) {
      const { status, body } = await derivation(world, { query: { language } });
      const { text, ...head } = body;
      expect([status, head]).toEqual([
        200,
        { roundId: finalRound, digest, language, hiddenSheets: 0 },
      ]);
      expect(faultsIn(text)).toEqual([]);
      for (const { code } of entries) expect(text).toContain(`### ${code} · `);
      expect(text).toContain(digest);
      expect(text).toContain('Ban Tổ chức \\*quyết định\\* (99/QĐ-BTC, ');
    }
    const { body } = await derivation(world);
    expect(body.language).toBe('vi');
    expect(body.text).toContain(`- Giải Nhất: ${entries[1]!.code} (Hạng 2; theo quyết định`);
    expect(body.text).toContain(`- Giải Nhì: ${entries[0]!.code} (Hạng 1)`);
  });

  it('leaves out the sheets of an entry that the reader is close to', async () => {
    await using world = await openWorld();
    await closedFirstRound(world);
    const asThem = world.as(organiserB);
    const { version } = await asThem.reply(routes.getOwnDetails);
    const body = { organisation: exampleContent(0).applicant!.name };
    await asThem.reply(routes.saveOwnDetails, { body, ifMatch: version });
    const said = { path: { roundId: firstRound } };
    const seen = (await asThem.call(routes.getDerivation, said)).body;
    const all = (await world.as(organiserA).call(routes.getDerivation, said)).body;
    const sheets = (text: string) => text.match(/^- Phiếu \(/gmu)?.length;
    expect([seen.hiddenSheets, sheets(seen.text)]).toEqual([3, 3]);
    expect([all.hiddenSheets, sheets(all.text)]).toEqual([0, 6]);
  });

  it('is an organiser’s to read, once the round is closed', async () => {
    await using world = await openWorld();
    await scoringEntries(world);
    const said = { path: { roundId: firstRound } };
    expect(refusalIn(await world.as(organiserA).call(routes.getDerivation, said))).toEqual({
      status: 409,
      code: 'state-conflict',
      state: 'scoring',
    });
    const others = ['secretary', 'judge1', 'applicant1', 'administrator', 'revoked'] as const;
    expect(await refusalsOf(world, routes.getDerivation, said, others)).toEqual({
      anonymous: unauthenticated,
      ...each(others, forbidden('organiser')),
    });
  });
});
