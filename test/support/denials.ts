import { expect } from 'vitest';
import type { Route } from '../../lib/contract/route.ts';
import { refusalIn, sameBytes } from './refusal-in.ts';
import type { World } from './world.ts';
import type { Answered, Person, Said } from './world-callers.ts';
import { people } from './world-people.ts';

/** A well-formed id that nothing has. */
export const absentId = '0181654d-b380-7000-8000-00000000dead';

/** Everything in both tables, to see that nothing was written. */
export function contentsOf({ table }: World): unknown {
  const all = (name: 'main' | 'ledger') =>
    table.database.prepare(`SELECT pk, sk, body FROM ${name} ORDER BY pk, sk`).all();
  return [all('main'), all('ledger')];
}

/** Status, headers and body of an answer without what differs in every answer. */
function bytesOf(answer: Answered<unknown>): unknown {
  const { 'x-request-id': _, ...headers } = answer.headers;
  return [answer.status, headers, sameBytes(answer)];
}

/** All of these are told that nothing is there, in the very bytes in which a missing entry is; nothing is written. */
export async function expectConcealed(
  world: World,
  route: Route,
  said: Said,
  strangers: readonly Person[],
): Promise<void> {
  const before = contentsOf(world);
  const missing = { ...said, path: { ...said.path, entryId: absentId } };
  const nothing = await world.as(people.applicant1).call(route, missing);
  expect(refusalIn(nothing)).toEqual({ status: 404, code: 'not-found' });
  for (const one of strangers) {
    const answer = await world.as(one).call(route, said);
    expect([one.personId, bytesOf(answer)]).toEqual([one.personId, bytesOf(nothing)]);
  }
  await expectSignIn(world, route, said);
  expect(contentsOf(world)).toEqual(before);
}

/** Nobody is asked to sign in. */
export async function expectSignIn(world: World, route: Route, said: Said): Promise<void> {
  const answer = await world.anonymous.call(route, said);
  expect(refusalIn(answer)).toEqual({ status: 401, code: 'unauthenticated' });
  expect(answer.headers['www-authenticate']).toBe('Bearer');
}

/** All of these lack the role; nothing is written. */
export async function expectForbidden(
  world: World,
  route: Route,
  said: Said,
  { needs, strangers }: { needs: string; strangers: readonly Person[] },
): Promise<void> {
  const before = contentsOf(world);
  for (const one of strangers) {
    const answer = await world.as(one).call(route, said);
    expect([one.personId, refusalIn(answer)]).toEqual([
      one.personId,
      { status: 403, code: 'forbidden', needs },
    ]);
  }
  await expectSignIn(world, route, said);
  expect(contentsOf(world)).toEqual(before);
}
