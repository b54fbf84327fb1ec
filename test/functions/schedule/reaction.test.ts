import { describe, expect, it } from 'vitest';
import { reaction } from '../../../functions/schedule/index.ts';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { routes } from '../../../lib/contract/routes.ts';
import { listHistory } from '../../../lib/store/audit.ts';
import { keys } from '../../../lib/store/keys.ts';
import { openWorld, type World } from '../../support/world.ts';
import { people } from '../../support/world-people.ts';

const freezeAt = '2022-07-31T10:01:00.000Z';
const phaseOf = async (world: World) => (await world.anonymous.reply(routes.getEdition)).phase;
const due = (world: World, id = 'due-1') =>
  ({ kind: 'due', id, name: `freeze.${world.editionId}` }) as const;

async function extend(world: World, submissionsCloseAt: string): Promise<void> {
  const { plan, version } = await world.anonymous.reply(routes.getEdition);
  const dates = { ...plan.dates, submissionsCloseAt };
  const changed = { ...plan, dates } as WirePlan;
  await world.as(people.organiserA).reply(routes.changePlan, {
    body: { plan: changed, reason: 'Gia hạn', documentNumber: '80/QĐ-BTC' },
    ifMatch: version,
  });
}

describe('the freeze', () => {
  it('comes a minute after the close and no millisecond before, with its record', async () => {
    await using world = await openWorld();
    await world.settle();
    world.at('2022-07-31T10:00:59.999Z');
    await world.settle();
    expect(await phaseOf(world)).toBe('open');
    world.at(freezeAt);
    await world.settle();
    expect(await phaseOf(world)).toBe('frozen');
    const subject = `edition/${world.editionId}`;
    const { records } = await listHistory(world.table, subject, { limit: 10 });
    expect(records.at(-1)).toEqual({
      at: freezeAt,
      actorId: 'system:freeze',
      operation: 'freezeEdition',
      requestId: expect.any(String),
      subject,
    });
  });

  it('happens once, however often it is told', async () => {
    await using world = await openWorld();
    await world.settle();
    world.at(freezeAt);
    const react = reaction(world.services);
    await Promise.all([react(due(world)), react(due(world, 'due-2'))]);
    await react(due(world));
    const edition = await world.table.get(keys.edition(world.editionId));
    expect([edition?.['phase'], edition?.v]).toEqual(['frozen', 2]);
  });

  it('that is due too early, or of nothing there is, does nothing', async () => {
    await using world = await openWorld();
    const react = reaction(world.services);
    await react(due(world));
    await react({ kind: 'due', id: 'x', name: 'freeze.nowhere' });
    await react({ kind: 'due', id: 'x', name: `thaw.${world.editionId}` });
    expect(await phaseOf(world)).toBe('open');
    expect(await world.table.get(keys.edition('nowhere'))).toBe(undefined);
  });

  it('moves with an extension, and an extension opens what was frozen', async () => {
    await using world = await openWorld();
    await world.settle();
    await extend(world, '2022-08-01T17:00');
    await world.settle();
    world.at(freezeAt);
    await world.settle();
    await reaction(world.services)(due(world));
    expect(await phaseOf(world)).toBe('open');
    world.at('2022-08-01T10:01:00.000Z');
    await world.settle();
    expect(await phaseOf(world)).toBe('frozen');
    await extend(world, '2022-08-02T17:00');
    expect(await phaseOf(world)).toBe('open');
    await world.settle();
    world.at('2022-08-02T10:01:00.000Z');
    await world.settle();
    expect(await phaseOf(world)).toBe('frozen');
  });
});
