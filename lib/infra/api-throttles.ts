import { isPublic, type Route } from '../contract/route.ts';

/** Requests a second and what may come at once; API Gateway answers 429 beyond them, before a function is called. */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

export type ThrottledRoute = Pick<Route, 'operation' | 'audience'>;

/** Sized from 10,000 entries of 5 documents, half of them in the last ten minutes: 42 uploads a second. */
export const usualThrottle: Throttle = { rate: 200, burst: 400 };

/** Its own allowance, so that nothing else being flooded can take it: half of 10,000 entries in the last minute. */
const submitting: Throttle = { rate: 100, burst: 500 };

/**
 * Nobody is known here, so these are the routes a stranger can flood: the rate bounds what that costs, the burst lets a hall of
 * three hundred open a page at once.
 */
const open: Throttle = { rate: 50, burst: 500 };

/** The throttle of a route, where it is not the usual one. */
export const throttleOf = (route: ThrottledRoute): Throttle | undefined => {
  if (route.operation === 'submitEntry' || route.operation === 'confirmDocument') return submitting;
  return isPublic(route) ? open : undefined;
};
