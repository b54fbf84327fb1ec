import * as z from 'zod';
import { defineRoute } from './define-route.ts';
import { communesView, provincePath, provincesView } from './reference-views.ts';
import { noBody, noQuery } from './shared.ts';

/** Served by the function that checks addresses: it has the lists. */
const capability = 'registration';

export const referenceRoutes = {
  listProvinces: defineRoute({
    operation: 'listProvinces',
    capability,
    method: 'GET',
    path: '/api/reference/provinces',
    audience: ['public'],
    summary: 'The provinces to choose from in an address, in the order of the Vietnamese alphabet.',
    params: z.strictObject({}),
    query: noQuery,
    body: noBody,
    success: 200,
    reply: provincesView,
    problems: [],
  }),
  listCommunes: defineRoute({
    operation: 'listCommunes',
    capability,
    method: 'GET',
    path: '/api/reference/provinces/{provinceCode}/communes',
    audience: ['public'],
    summary: 'The communes, wards and special zones of a province to choose from in an address.',
    params: provincePath,
    query: noQuery,
    body: noBody,
    success: 200,
    reply: communesView,
    problems: ['not-found'],
  }),
};
