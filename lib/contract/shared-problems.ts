import { problemCodes } from './problem-codes.ts';
import type { ProblemCode } from './problems.ts';
import { isPublic, isWrite, type Route } from './route.ts';

type Gate = Pick<Route, 'audience' | 'method' | 'conceal' | 'ifMatch'>;

/** What any call can meet, whatever the operation. */
const always: readonly ProblemCode[] = [
  'invalid-parameter',
  'unknown-parameter',
  'method-not-allowed',
  'too-many-requests',
  'header-fields-too-large',
  'internal-error',
  'unavailable',
];

/** A write without a body takes none, so a body sent all the same is read and refused. */
const ofWrites: readonly ProblemCode[] = [
  'malformed-json',
  'idempotency-key-missing',
  'idempotency-key-invalid',
  'in-progress',
  'payload-too-large',
  'unsupported-media-type',
  'validation-failed',
  'idempotency-key-reused',
];

const ofIfMatch: readonly ProblemCode[] = ['precondition-failed', 'precondition-required'];

/** The problems a route has by its kind alone; its own are in `route.problems`. */
function sharedProblems(route: Gate): ProblemCode[] {
  return [
    ...always,
    ...(isWrite(route) ? ofWrites : []),
    ...(route.ifMatch === true ? ofIfMatch : []),
    ...(isPublic(route) ? [] : ['unauthenticated' as const]),
    ...gateProblems(route),
  ];
}

/** All problems of a route, its own and the shared ones, each once, in the order of the table. */
export function problemsOf(route: Gate & Pick<Route, 'problems'>): ProblemCode[] {
  const given = new Set([...route.problems, ...sharedProblems(route)]);
  return problemCodes.filter((code) => given.has(code));
}

/** Whoever is not in the audience is told so, or is told nothing; of a team, those who may read are told what it takes. */
function gateProblems({ audience, conceal }: Gate): ProblemCode[] {
  if (audience.includes('public') || audience.includes('signed-in')) return [];
  if (conceal !== true) return ['forbidden'];
  return audience.includes('team') ? ['not-found'] : ['not-found', 'forbidden'];
}
