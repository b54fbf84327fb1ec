import { type Refusal, Refused } from '../contest/refusal.ts';
import type { Standing } from '../contest/standing.ts';
import type { Audience, Route } from '../contract/route.ts';

type Gate = Pick<Route, 'audience' | 'conceal'>;

/** A route open to whoever is signed in, or to all, needs no facts from the table to let somebody in. */
export const needsAdmission = ({ audience }: Gate): boolean =>
  !audience.includes('public') && !audience.includes('signed-in');

/**
 * Lets a standing in, or refuses it: as if nothing were there where the route conceals, else saying what it takes. Whoever
 * is in the team of an entry knows that it is there, so they are told.
 * @throws Refused not-found, forbidden
 */
export function requireAdmitted(route: Gate, standing: Standing): void {
  if (route.audience.some((audience) => includes(audience, standing))) return;
  const conceals = route.conceal === true && standing.entryRole === undefined;
  throw new Refused(conceals ? { code: 'not-found' } : forbidden(route.audience));
}

function includes(audience: Audience, standing: Standing): boolean {
  switch (audience) {
    case 'public':
    case 'signed-in':
      return true;
    case 'lead':
      return standing.entryRole === 'lead';
    case 'applicant':
      return standing.entryRole === 'lead' || standing.entryRole === 'editor';
    case 'team':
      return standing.entryRole !== undefined;
    case 'administrator':
      return standing.administrator === true;
    case 'judge':
    case 'secretary':
    case 'organiser':
      return standing.roles.includes(audience);
  }
}

function forbidden([first]: readonly Audience[]): Refusal {
  switch (first) {
    case 'judge':
    case 'secretary':
    case 'organiser':
    case 'administrator':
      return { code: 'forbidden', needs: first };
    case 'applicant':
      return { code: 'forbidden', needs: 'editor' };
    default:
      return { code: 'forbidden', needs: 'owner' };
  }
}
