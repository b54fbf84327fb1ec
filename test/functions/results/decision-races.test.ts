import { expect, it } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld, type World } from '../../support/world.ts';
import { contenders, finalRound } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import { closedFinal, digestIn } from '../../support/world-results.ts';

const { organiserA, organiserB } = people;
const path = { roundId: finalRound };
const paper = { reason: 'Ban Tổ chức quyết định', documentNumber: '99/QĐ-BTC' };

const leaveEmpty = async (world: World, prizeId: string, by = organiserB) =>
  await world.as(by).call(routes.recordDecision, {
    path,
    body: { kind: 'leave-empty', prizeId, places: 1, ...paper },
  });
const approving = async (world: World, digest: string) =>
  await world.as(organiserA).call(routes.approveRanking, { path, body: { digest } });
const stateIn = async (world: World) =>
  (await world.as(organiserA).reply(routes.getRound, { path })).state;

it('decisions of two at once are both recorded, each under its number; of one place one', async () => {
  await using world = await openWorld();
  await closedFinal(world, { contents: contenders(2) });
  const both = await Promise.all([
    leaveEmpty(world, 'nhat', organiserA),
    leaveEmpty(world, 'nhi', organiserB),
  ]);
  expect(both.map(({ body }) => body.number).sort()).toEqual([1, 2]);
  await using other = await openWorld();
  await closedFinal(other, { contents: contenders(2) });
  const rivals = await Promise.all([
    leaveEmpty(other, 'nhat', organiserA),
    leaveEmpty(other, 'nhat', organiserB),
  ]);
  expect(rivals.map(({ status }) => status).sort()).toEqual([201, 422]);
});

it('a decision and an approval at once never leave approved what nobody saw', async () => {
  await using world = await openWorld();
  await closedFinal(world, { contents: contenders(2) });
  const digest = await digestIn(world, finalRound);
  const [approval, decision] = await Promise.all([
    approving(world, digest),
    leaveEmpty(world, 'nhat'),
  ]);
  expect(decision.status).toBe(201);
  expect(decision.body.approvalVoided).toBe(approval.status === 200);
  if (approval.status !== 200) {
    expect(refusalIn(approval)).toMatchObject({ status: 409, code: 'digest-changed' });
  }
  expect(await stateIn(world)).toBe('closed');
});

it('a decision said again under its key is recorded once', async () => {
  await using world = await openWorld();
  await closedFinal(world, { contents: contenders(2) });
  const said = {
    path,
    body: { kind: 'leave-empty', prizeId: 'nhat', places: 1, ...paper },
    idempotencyKey: 'decide-once',
  };
  const first = await world.as(organiserA).call(routes.recordDecision, said);
  const again = await world.as(organiserA).call(routes.recordDecision, said);
  expect([first.status, again.text]).toEqual([201, first.text]);
  const { decisions } = await world.as(organiserA).reply(routes.listDecisions, { path });
  expect(decisions.length).toBe(1);
});
