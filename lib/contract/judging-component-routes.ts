import { defineRoute } from './define-route.ts';
import {
  givenPage,
  givenRevisions,
  givensView,
  givenView,
  givingRequest,
  givingsRequest,
} from './judging-component-views.ts';
import { pageQuery } from './page.ts';
import { noBody, noQuery, roundEntryPath, roundPath } from './shared.ts';

const capability = 'judging';
const round = '/api/editions/{editionId}/rounds/{roundId}';

/** Points that no judge gives: attendance, the vote of the public. */
export const judgingComponentRoutes = {
  giveComponents: defineRoute({
    operation: 'giveComponents',
    capability,
    method: 'PUT',
    path: `${round}/entries/{entryId}/components`,
    audience: ['organiser'],
    summary: 'Give an entry what its rubric asks of the organisers, until the round is closed.',
    params: roundEntryPath,
    query: noQuery,
    body: givingRequest,
    success: 200,
    reply: givenView,
    problems: ['not-found', 'forbidden', 'state-conflict', 'precondition-failed'],
    etag: true,
    ifMatch: true,
  }),
  giveManyComponents: defineRoute({
    operation: 'giveManyComponents',
    capability,
    method: 'POST',
    path: `${round}/components`,
    audience: ['organiser'],
    summary: 'The same for a table of up to 32 entries: all rows, or none.',
    params: roundPath,
    query: noQuery,
    body: givingsRequest,
    success: 200,
    reply: givensView,
    problems: ['not-found', 'forbidden', 'state-conflict'],
  }),
  listComponents: defineRoute({
    operation: 'listComponents',
    capability,
    method: 'GET',
    path: `${round}/components`,
    audience: ['organiser'],
    summary: 'What entries of the round were given, with the versions that changes are based on.',
    params: roundPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: givenPage,
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
  listComponentRevisions: defineRoute({
    operation: 'listComponentRevisions',
    capability,
    method: 'GET',
    path: `${round}/entries/{entryId}/components/revisions`,
    audience: ['organiser'],
    summary: 'Every revision of what an entry was given, the first one first.',
    params: roundEntryPath,
    query: pageQuery,
    body: noBody,
    success: 200,
    reply: givenRevisions,
    problems: ['not-found', 'forbidden', 'cursor-invalid'],
  }),
};
