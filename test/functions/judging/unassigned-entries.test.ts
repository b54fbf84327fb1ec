import { expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import {
  acceptMissing,
  allPairs,
  assign,
  close,
  contenders,
  eligibleEntries,
  firstRound,
  open,
} from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';

test('a round does not close in silence over an entry that nobody was given', async () => {
  await using world = await openWorld();
  const [given, forgotten] = await eligibleEntries(world, contenders(2));
  await assign(world, allPairs([given!]));
  await open(world);
  const answer = await world.as(people.organiserA).call(routes.closeRound, {
    path: { roundId: firstRound },
    body: { acceptMissing: false },
  });
  expect(refusalIn(answer)).toMatchObject({
    status: 409,
    code: 'state-conflict',
    blockers: expect.arrayContaining([{ code: 'nobody-assigned', entryId: forgotten!.entryId }]),
  });
  await close(world, firstRound, acceptMissing);
  const { state } = await world.as(people.organiserA).reply(routes.getRound, {
    path: { roundId: firstRound },
  });
  expect(state).toBe('closed');
});
