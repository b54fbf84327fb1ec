import { afterAll, describe, expect, test } from 'vitest';
import { routes } from '../../../lib/contract/routes.ts';
import { expectForbidden } from '../../support/denials.ts';
import { refusalIn } from '../../support/refusal-in.ts';
import { openWorld } from '../../support/world.ts';
import { people } from '../../support/world-people.ts';

const world = await openWorld();
afterAll(async () => await world[Symbol.asyncDispose]());
const { organiserA, secretary, judge1, revoked, applicant1, organiserElsewhere, administrator } =
  people;
const notFound = { status: 404, code: 'not-found' };
const invite = async (email: string, role = 'judge', said: object = {}) =>
  await world
    .as(organiserA)
    .call(routes.invitePerson, { body: { email, name: 'Y Hoa', role }, ...said });

describe('an invitation', () => {
  test('is offered by an organiser, mailed once, and the same when repeated', async () => {
    const said = { idempotencyKey: 'invite' };
    const answer = await invite('moi@example.vn', 'secretary', said);
    const { invitationId, ...offer } = answer.body;
    expect([answer.status, offer]).toEqual([
      201,
      {
        editionId: 'kon-tum-2022',
        email: 'moi@example.vn',
        name: 'Y Hoa',
        role: 'secretary',
        state: 'pending',
        endsAt: '2022-07-15T03:00:00.000Z',
      },
    ]);
    expect((await invite('moi@example.vn', 'secretary', said)).text).toBe(answer.text);
    await world.settle();
    const mails = world.mails.filter(({ to }) => to === 'moi@example.vn');
    expect(mails.map(({ id, subject }) => [id, subject])).toEqual([
      [`invitation-${invitationId}`, 'Mời tham gia cuộc thi: Tổ Thư ký'],
    ]);
  });

  test('is an organiser’s to make', async () => {
    const strangers = [secretary, judge1, revoked, applicant1, organiserElsewhere, administrator];
    const body = { email: 'x@example.vn', name: 'X', role: 'judge' };
    await expectForbidden(world, routes.invitePerson, { body }, { needs: 'organiser', strangers });
    expect(refusalIn(await invite('x@example.vn', 'judge', { path: { editionId: 'x' } }))).toEqual(
      notFound,
    );
  });

  test('R5: is sent to one plain mailbox', async () => {
    for (const email of ['a@b.vn\r\nBcc:x@y.vn', 'a@b..vn', 'ạ@b.vn']) {
      expect(refusalIn(await invite(email))).toEqual({
        status: 422,
        code: 'validation-failed',
        errors: [{ pointer: '/email', code: 'invalid-email' }],
      });
    }
  });

  test('costs one read and one write', async () => {
    const trips = await world.tripsOf(async () => await invite('dem@example.vn'));
    expect(trips).toEqual({ reads: 1, writes: 1, waits: 2 });
  });
});
