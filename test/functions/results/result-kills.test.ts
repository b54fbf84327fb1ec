import { describe, expect, it, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { aroundTable } from '../../support/around-table.ts';
import { openWorld, type World } from '../../support/world.ts';
import type { Said } from '../../support/world-callers.ts';
import { contenders } from '../../support/world-judging.ts';
import { people } from '../../support/world-people.ts';
import {
  approvedFinal,
  decisionOf,
  planPublication,
  publish,
} from '../../support/world-results.ts';

const reason = 'Nhầm thứ hạng';
const publishAt = '2022-10-10T01:00:00.000Z';

/** An act on a published result, and what has to be done before. */
interface Act {
  readonly route:
    | typeof routes.correctResult
    | typeof routes.confirmRetraction
    | typeof routes.cancelPublication;
  readonly prepare: (world: World, digest: string) => Promise<Said>;
  /** What everybody or the organisers read, before and after it. */
  readonly read: (world: World) => Promise<unknown>;
}

const resultVersion = async (world: World) =>
  (await world.anonymous.reply(routes.getResult)).resultVersion;

const acts: { readonly [name: string]: Act } = {
  correctResult: {
    route: routes.correctResult,
    prepare: async (world, digest) => {
      await publish(world, digest);
      return { body: { resultVersion: 1, digest, decision: decisionOf(world), reason } };
    },
    read: resultVersion,
  },
  confirmRetraction: {
    route: routes.confirmRetraction,
    prepare: async (world, digest) => {
      await publish(world, digest);
      const body = { resultVersion: 1, decision: decisionOf(world), reason };
      await world.as(people.organiserA).reply(routes.retractResult, { body });
      return { body: { resultVersion: 1 } };
    },
    read: resultVersion,
  },
  cancelPublication: {
    route: routes.cancelPublication,
    prepare: async (world, digest) => {
      await planPublication(world, digest, publishAt);
      return {};
    },
    read: async (world) => {
      const { planned } = await world.as(people.organiserA).reply(routes.getPublication);
      return planned?.state;
    },
  },
};

describe('killed at any call of the table', () => {
  test.each(Object.entries(acts))('%s has no effect or all of it, once', async (name, act) => {
    let dying: { readonly at: number; readonly isAfter: boolean } | undefined;
    let calls = 0;
    let died = '';
    await using world = await openWorld({
      around: (table) =>
        aroundTable(table, async ({ method }, proceed) => {
          calls += 1;
          if (calls !== dying?.at) return await proceed();
          died = method;
          if (dying.isAfter) await proceed();
          throw new Error('the process is gone');
        }),
    });
    const { digest } = await approvedFinal(world);
    const said = { ...(await act.prepare(world, digest)), idempotencyKey: 'once' };
    const before = await act.read(world);
    const call = async (at: number, isAfter: boolean) => {
      [dying, calls, died] = [{ at, isAfter }, 0, ''];
      const { status, text } = await world.as(people.organiserB).call(act.route, said);
      dying = undefined;
      return { status, text };
    };
    let at = 0;
    while (died !== 'write') {
      at += 1;
      expect((await call(at, false)).status).toBe(500);
      expect(await act.read(world)).toEqual(before);
      expect(at).toBeLessThan(50);
      // The reading in between was not the act's.
      if (died !== 'write') died = '';
      await call(at, false);
    }
    expect((await call(at, true)).status).toBe(500);
    const after = await act.read(world);
    expect(after).not.toEqual(before);
    const repeated = await call(0, false);
    expect([repeated.status, await act.read(world)]).toEqual([act.route.success, after]);
    expect((await call(0, false)).text).toBe(repeated.text);
    const subject = `result/${world.editionId}`;
    const { records } = await listHistory(world.table, subject, { limit: 9 });
    expect(records.filter(({ operation }) => operation === name)).toHaveLength(1);
  });
});

describe('round trips', () => {
  it('are as many for one winner as for three, and one save each', async () => {
    const counted = async (count: number) => {
      await using world = await openWorld();
      const { digest } = await approvedFinal(world, { contents: contenders(count) });
      const trips = async (work: () => Promise<unknown>) => await world.tripsOf(work);
      const said = { resultVersion: 1, decision: decisionOf(world), reason };
      const organiser = world.as(people.organiserB);
      return [
        await trips(async () => await planPublication(world, digest, publishAt)),
        await trips(async () => await organiser.reply(routes.cancelPublication)),
        await trips(async () => await publish(world, digest)),
        await trips(async () => await world.anonymous.reply(routes.getResult)),
        await trips(async () => {
          await organiser.reply(routes.correctResult, { body: { ...said, digest } });
        }),
      ];
    };
    expect(await counted(3)).toEqual(await counted(1));
  });
});
