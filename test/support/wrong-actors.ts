import type { Route } from '../../lib/contract/route.ts';
import { refusalIn } from './refusal-in.ts';
import type { World } from './world.ts';
import type { Person, Said } from './world-callers.ts';
import { people } from './world-people.ts';

/** How each of these people is refused, by name; `anonymous` among them. */
export async function refusalsOf(
  world: World,
  route: Route,
  said: Said,
  names: readonly (keyof typeof people)[],
): Promise<{ readonly [name: string]: object }> {
  const refusals: [string, object][] = [
    ['anonymous', refusalIn(await world.anonymous.call(route, said))],
  ];
  for (const name of names) {
    const person: Person = people[name];
    refusals.push([name, refusalIn(await world.as(person).call(route, said))]);
  }
  return Object.fromEntries(refusals);
}

/** The same refusal for each of these names. */
export const each = (
  names: readonly (keyof typeof people)[],
  refusal: object,
): { readonly [name: string]: object } => Object.fromEntries(names.map((name) => [name, refusal]));

/** Nobody is signed in. */
export const unauthenticated = { status: 401, code: 'unauthenticated' };

/** Visible, but not for the caller. */
export const forbidden = (needs: string) => ({ status: 403, code: 'forbidden', needs });

/** Not there, or not the caller's to know of. */
export const notFound = { status: 404, code: 'not-found' };
