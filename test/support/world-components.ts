import type { WirePlan } from '../../lib/contest/plan-wire.ts';
import type { WireRubric } from '../../lib/contest/rubric-wire.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { World } from './world.ts';
import type { Person } from './world-callers.ts';
import { firstRound } from './world-judging.ts';
import { people } from './world-people.ts';

const name = { vi: 'Tiêu chí', en: 'Criterion' };
const part = (id: string, maxPoints: string, step = '0.5') => ({ id, name, maxPoints, step });

const withRubric =
  (rubric: WireRubric, scale?: string) =>
  (example: WirePlan): WirePlan => ({
    ...example,
    rounds: example.rounds.map((round, at) => {
      if (at > 0) return round;
      const last = rubric.vote?.id ?? rubric.given?.[0]?.id ?? '';
      const tieBreak = [
        { kind: 'criterion' as const, criterionId: last },
        { kind: 'shared' as const },
      ];
      return {
        ...round,
        rubrics: [{ rubric }],
        rules: { ...round.rules, minimumMean: '0', tieBreak },
        ...(scale === undefined ? {} : { scale }),
      };
    }),
  });

/** CiC 2019, as the first round: 100 + 100 + 60 by the judges, 40 for attendance by the organisers. */
export const scaleOfThreeHundred = withRubric(
  {
    mode: 'points',
    criteria: [part('mo-hinh', '100'), part('slide', '100'), part('pitch', '60')],
    given: [part('chuyen-can', '40')],
  },
  '300',
);

/** Thái Nguyên, as the first round: 20 + 30 + 30 by experts, up to 20 by the vote of the public. */
export const eightyAndVote = withRubric({
  mode: 'points',
  criteria: [part('tinh-moi', '20'), part('kha-thi', '30'), part('tac-dong', '30')],
  vote: { id: 'binh-chon', name, maxPoints: '20', decimals: 1 },
});

/** Both rounds: 70 by judges, the first criterion in two parts; 10 by the organisers; 20 by the public. */
export const partsAndComponents = (example: WirePlan): WirePlan => ({
  ...example,
  rounds: example.rounds.map((round) => ({
    ...round,
    rules: {
      ...round.rules,
      minimumSheets: 2,
      minimumMean: '0',
      tieBreak: [{ kind: 'shared' as const }],
    },
    rubrics: [
      {
        rubric: {
          mode: 'points' as const,
          criteria: [
            { ...part('doi-moi', '30'), parts: [part('tinh-moi', '10'), part('ham-luong', '20')] },
            part('kha-thi', '40'),
          ],
          given: [part('chuyen-can', '10')],
          vote: { id: 'binh-chon', name, maxPoints: '20', decimals: 1 },
        },
      },
    ],
  })),
});

/** A judge scores an entry of a round, the first unless told, by these points and hands the sheet in. */
export async function handInPoints(
  world: World,
  judge: Person,
  entryId: string,
  points: { readonly [criterionId: string]: string },
  roundId = firstRound,
): Promise<void> {
  const path = { roundId, entryId };
  const body = { planVersion: 1, points, comment: '', note: '' };
  await world.as(judge).reply(routes.saveScoreSheet, { path, body, ifMatch: 0 });
  await world.as(judge).reply(routes.submitScoreSheet, { path, ifMatch: 1 });
}

/** An organiser gives an entry of the first round what no judge does. */
export async function give(world: World, entryId: string, body: object, ifMatch = 0) {
  const path = { roundId: firstRound, entryId };
  return await world.as(people.organiserA).call(routes.giveComponents, { path, body, ifMatch });
}
