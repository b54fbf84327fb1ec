import type { Answered, Layer } from './layer.ts';

/**
 * On every answer. One origin serves pages and API, so there are no CORS headers; an answer of the API is never a page,
 * never framed, never kept by a cache.
 */
const FIXED = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** Adds the headers all answers have, and the request's id. */
export function replyHeaders(): Layer {
  const add = (request: Answered): void => {
    const { response, event } = request;
    if (response === undefined || response === null) return;
    const headers = { ...FIXED, 'x-request-id': event.requestId, ...response.headers };
    request.response = { ...response, headers };
  };
  return { after: add, onError: add };
}
