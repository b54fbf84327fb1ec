import { type ProblemCode, problems } from './problems.ts';
import type { Route } from './route.ts';
import { problemsOf } from './shared-problems.ts';

type Json = { readonly [name: string]: unknown };

const retryAfter = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };

/** The headers that come with some problems. */
const headersOf: { readonly [code in ProblemCode]?: Json } = {
  unauthenticated: { 'WWW-Authenticate': { $ref: '#/components/headers/WWWAuthenticate' } },
  'method-not-allowed': { Allow: { $ref: '#/components/headers/Allow' } },
  'in-progress': retryAfter,
  'too-many-requests': retryAfter,
  unavailable: retryAfter,
};

/** The answers that tell problems: named, because many operations give the same. */
export interface ProblemBook {
  /** The problem answers of a route by status. */
  readonly refer: (route: Route) => Json;
  readonly named: () => Json;
}

/** Starts without any; `problem` refers to the schema that all of them share. */
export function problemBook(problem: Json): ProblemBook {
  const all = new Map<string, Json>();

  const refer: ProblemBook['refer'] = (route) => {
    const byStatus = Map.groupBy(problemsOf(route), (code) => problems[code].status);
    const answers = [...byStatus].map(([status, codes]) => {
      const name = [status, ...codes].join('.');
      all.set(name, answer(status, codes, problem));
      return [status, { $ref: `#/components/responses/${name}` }];
    });
    return Object.fromEntries(answers);
  };

  return { refer, named: () => Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function answer(status: number, codes: readonly ProblemCode[], problem: Json): Json {
  const headers = Object.assign({}, ...codes.map((code) => headersOf[code] ?? {}));
  const ofStatus = { properties: { status: { const: status }, code: { enum: codes } } };
  return {
    description: codes.map(described).join('\n'),
    headers,
    content: { 'application/problem+json': { schema: { allOf: [problem, ofStatus] } } },
  };
}

const described = (code: ProblemCode): string => {
  const { title, remedy } = problems[code];
  return `- \`${code}\`: ${title}. ${remedy}`;
};
