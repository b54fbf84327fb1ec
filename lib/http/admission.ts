import { type Refusal, Refused } from '../contest/refusal.ts';
import type { Standing } from '../contest/standing.ts';
import type { Audience, Route } from '../contract/route.ts';

type Gate = Pick<Route, 'audience' | 'conceal'>;

/** A route open to whoever is signed in, or to all, needs no facts from the table to let somebody in. */
export const needsAdmission = ({ audience }: Gate): boolean =>
  !audience.includes('public') && !audience.includes('signed-in');

/**
 * Lets a standing in, or refuses it: as if nothing were there where the route conceals, else saying what it takes.
 * @throws Refused not-found, forbidden
 */
export function requireAdmitted(route: Gate, standing: Standing): void {
  if (route.audience.some((audience) => includes(audience, standing))) return;
  throw new Refused(route.conceal === true ? { code: 'not-found' } : forbidden(route.audience));
}

function includes(audience: Audience, standing: Standing): boolean {
  switch (audience) {
    case 'public':
    case 'signed-in':
      return true;
    case 'applicant':
      return standing.owner === true;
    case 'administrator':
      return standing.administrator === true;
    case 'judge':
    case 'secretary':
    case 'organiser':
      return standing.roles.includes(audience);
  }
}

function forbidden(audiences: readonly Audience[]): Refusal {
  const [first] = audiences;
  const isRole = first !== 'public' && first !== 'signed-in' && first !== 'applicant';
  return { code: 'forbidden', needs: first !== undefined && isRole ? first : 'owner' };
}
