import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { noBody, roundPath } from './shared.ts';
import { id, sha256 } from './text.ts';

const language = z.enum(['vi', 'en']);

const derivation = z
  .object({
    roundId: id,
    digest: sha256,
    language,
    text: z.string().meta({ description: 'Markdown.' }),
    hiddenSheets: z
      .int()
      .meta({ description: 'How many sheets are not written, for a conflict of the reader.' }),
  })
  .meta({
    id: 'Derivation',
    description: 'How a closed round comes to its result, for a person to read and to check.',
  });

/** The way from the marks to the prizes, in words. */
export const derivationRoutes = {
  getDerivation: defineRoute({
    operation: 'getDerivation',
    capability: 'results',
    method: 'GET',
    path: '/api/editions/{editionId}/rounds/{roundId}/derivation',
    audience: ['organiser'],
    summary: 'How a closed round comes to its result: each sum, rounding, tie and prize in words.',
    params: roundPath,
    query: z.strictObject({
      language: language.exactOptional().meta({ description: 'Vietnamese where it is not given.' }),
    }),
    body: noBody,
    success: 200,
    reply: derivation,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
};
