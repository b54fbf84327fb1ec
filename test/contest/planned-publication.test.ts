import { describe, expect, it } from 'vitest';
import {
  cancelPublication,
  isDue,
  type PlannedPublication,
  settlePlan,
  whyNotBeside,
} from '../../lib/contest/planned-publication.ts';
import { publicationStep } from '../../lib/contest/publication-step.ts';
import { exampleDecision, exampleResult } from '../support/published-result.ts';
import { refusalOf } from '../support/refusal-of.ts';
import { scoringRound } from '../support/round-facts.ts';

const publishAt = '2022-10-10T01:00:00.000Z';
const before = '2022-10-10T00:59:59.999Z';
const digest = 'd'.repeat(64);

const waiting: PlannedPublication = {
  editionId: 'kon-tum-2022',
  roundId: 'chung-ket',
  digest,
  decision: exampleDecision,
  publishAt,
  by: 'organiser-b',
  at: '2022-10-06T01:00:00.000Z',
  state: 'waiting',
  version: 3,
};
const settled = ['cancelled', 'published', 'stopped'] as const;

describe('a plan to publish', () => {
  it('is due from its instant on, while it waits', () => {
    expect([isDue(waiting, before), isDue(waiting, publishAt)]).toEqual([false, true]);
    expect(isDue(undefined, publishAt)).toBe(false);
    for (const state of settled) expect(isDue({ ...waiting, state }, publishAt)).toBe(false);
  });

  it('stands in the way of others until its instant', () => {
    const planned = { code: 'state-conflict', state: 'planned' };
    expect(whyNotBeside(waiting, before)).toEqual(planned);
    expect(whyNotBeside(waiting, publishAt)).toBeUndefined();
    expect(whyNotBeside(undefined, before)).toBeUndefined();
    for (const state of settled) {
      expect(whyNotBeside({ ...waiting, state }, before)).toBeUndefined();
    }
  });

  it('is cancelled before its instant alone', () => {
    expect(cancelPublication(waiting, { by: 'organiser-a', now: before })).toEqual({
      ...waiting,
      state: 'cancelled',
      cancelled: { by: 'organiser-a', at: before },
      version: 4,
    });
    const late = { by: 'organiser-a', now: publishAt };
    expect(refusalOf(() => cancelPublication(waiting, late))).toEqual({
      code: 'phase-closed',
      receivedAt: publishAt,
      closesAt: publishAt,
    });
    for (const state of settled) {
      const act = { by: 'organiser-a', now: before };
      expect(refusalOf(() => cancelPublication({ ...waiting, state }, act))).toEqual({
        code: 'state-conflict',
        state,
      });
    }
  });

  it('says what stopped it: the first blocker, else the refusal', () => {
    expect(settlePlan(waiting, undefined)).toEqual({ ...waiting, state: 'published', version: 4 });
    const because = (refusal: Parameters<typeof settlePlan>[1]) => {
      const { state, because: said, version } = settlePlan(waiting, refusal);
      return [state, said, version];
    };
    expect(because({ code: 'digest-changed', current: 'e' })).toEqual([
      ...['stopped', 'digest-changed', 4],
    ]);
    const conflict = { code: 'state-conflict', state: 'approved' } as const;
    expect(because(conflict)).toEqual(['stopped', 'state-conflict', 4]);
    const blockers = [{ code: 'minutes-not-signed' }, { code: 'other' }];
    expect(because({ ...conflict, blockers })).toEqual(['stopped', 'minutes-not-signed', 4]);
  });
});

describe('the step a result is at', () => {
  const approved = scoringRound({
    state: 'approved',
    approval: { digest, by: 'a', at: publishAt },
  });
  const minutes = {
    ...{ editionId: 'kon-tum-2022', roundId: 'chung-ket', digest, signedOn: '2022-10-05' },
    ...{ chair: 'A', secretary: 'B', by: 'a', at: publishAt, version: 1 },
  };
  const nothing = { minutes: undefined, planned: undefined, current: undefined };

  it('goes from the open round to what is published', () => {
    const { approval, ...open } = approved;
    const steps = [
      publicationStep({ round: { ...open, state: 'scoring' }, ...nothing }),
      publicationStep({ round: { ...open, state: 'closed' }, ...nothing }),
      publicationStep({ round: approved, ...nothing }),
      publicationStep({ round: approved, ...nothing, minutes: { ...minutes, digest: 'e' } }),
      publicationStep({ round: approved, ...nothing, minutes }),
      publicationStep({ round: approved, ...nothing, minutes, planned: waiting }),
      publicationStep({
        ...{ round: approved, current: undefined, minutes },
        planned: { ...waiting, state: 'stopped' },
      }),
      publicationStep({ round: approved, ...nothing, minutes, current: exampleResult }),
      publicationStep({
        ...{ round: { ...open, state: 'closed' }, minutes, planned: waiting },
        current: { ...exampleResult, state: 'retracted' },
      }),
    ];
    expect(steps).toEqual([
      ...['open', 'closed', 'approved', 'approved', 'minutes-signed', 'planned'],
      ...['minutes-signed', 'published', 'retracted'],
    ]);
  });
});
