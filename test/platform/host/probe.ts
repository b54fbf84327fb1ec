import * as z from 'zod';
import type { Route } from '../../../lib/contract/route.ts';
import { noBody, noQuery } from '../../../lib/contract/shared.ts';
import { endpoint } from '../../../lib/http/endpoint.ts';

/** A route for whoever is signed in, which is no part of the contest. */
export const whoAmI = {
  operation: 'whoAmI',
  capability: 'editions',
  method: 'GET',
  path: '/api/probe/{word}',
  audience: ['signed-in'],
  summary: 'Tells who calls.',
  params: z.strictObject({ word: z.string() }),
  query: noQuery,
  body: noBody,
  success: 200,
  reply: z.object({ word: z.string(), email: z.string(), now: z.string() }),
  problems: [],
} as const satisfies Route;

/** Tells what the shell made of the token and of the time of receipt. */
export const probe = endpoint(whoAmI, async ({ path, actor, now }) => ({
  word: path.word,
  email: actor.email ?? '',
  now,
}));
