import { expect, it } from 'vitest';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { openWorld, type World } from '../../support/world.ts';
import { contenders, finalRound } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approve,
  closedFinal,
  decisionOf,
  publish,
  signMinutes,
} from '../../support/world-results.ts';

const { organiserA, organiserB } = people;
const path = { roundId: finalRound };
const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };

const withSpecials = (example: WirePlan): WirePlan => ({
  ...example,
  prizes: [
    ...example.prizes,
    {
      id: 'chu-tich',
      name: { vi: 'Giải của Chủ tịch', en: 'Chairman’s prize' },
      quantity: 1,
      amountVnd: 1,
      given: 'decision',
    },
    {
      id: 'khan-gia',
      name: { vi: 'Giải khán giả', en: 'Audience prize' },
      quantity: 1,
      amountVnd: 1,
      given: 'publicVote',
    },
  ],
});

const decide = async (world: World, said: object) =>
  await world.as(organiserA).reply(routes.recordDecision, { path, body: { ...said, ...paper } });
const published = async (world: World) => {
  const { awards } = await world.anonymous.reply(routes.getResult);
  return awards.map(({ prizeId, code, rank }) => [prizeId, code, rank]);
};

it('special prizes are published without a rank; a decision afterwards leads to a corrected version', async () => {
  await using world = await openWorld({ plan: withSpecials });
  const [first, second, third] = await closedFinal(world, { contents: contenders(3) });
  if (!first || !second || !third) throw new Error('three entries are there');
  const counts = [{ entryId: third.entryId, votes: 1204 }];
  const votes = { prizeId: 'khan-gia', counts, ...paper };
  await world.as(organiserA).reply(routes.countVotes, { path, body: votes });
  await decide(world, { kind: 'give-prize', prizeId: 'chu-tich', entryId: second.entryId });
  const digest = await approve(world, finalRound);
  await signMinutes(world, digest);
  await publish(world, digest);
  expect(await published(world)).toEqual([
    ['nhat', first.code, 1],
    ['nhi', second.code, 2],
    ['nhi', third.code, 3],
    ['chu-tich', second.code, undefined],
    ['khan-gia', third.code, undefined],
  ]);
  const { text } = await world.anonymous.call(routes.getResult);
  // Digits between letters or more digits are of an id.
  expect(text).not.toMatch(/(?<![\w-])1204(?![\w-])/);

  const take = { kind: 'take-prize', prizeId: 'nhat', entryId: first.entryId, moveUp: true };
  const taken = await decide(world, take);
  expect(taken.approvalVoided).toBe(true);
  expect((await world.anonymous.call(routes.getResult)).text).toBe(text);
  const corrected = await approve(world, finalRound);
  await signMinutes(world, corrected);
  const body = {
    digest: corrected,
    resultVersion: 1,
    reason: 'Thu hồi giải do sao chép',
    decision: decisionOf(world, '120/QĐ-UBND'),
  };
  await world.as(organiserB).reply(routes.correctResult, { body });
  expect(await published(world)).toEqual([
    ['nhat', second.code, 2],
    ['nhi', third.code, 3],
    ['chu-tich', second.code, undefined],
    ['khan-gia', third.code, undefined],
  ]);
});
