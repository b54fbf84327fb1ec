import { Refused } from '../contest/refusal.ts';
import type { ApiEvent } from './api-event.ts';
import { RequestRefused } from './request-refused.ts';

type Headers = ApiEvent['headers'];

/** API Gateway's own limit for all headers together. */
const MOST_BYTES = 10_240;
const VISIBLE_ASCII = /^[\x21-\x7e]{1,255}$/;
const STRONG_TAG = /^"(?:0|[1-9][0-9]{0,14})"$/;

/**
 * Refuses headers too large, and every attempt to change the method behind the gateway's back.
 * @throws RequestRefused header-fields-too-large, method-not-allowed
 */
export function guardHeaders(headers: Headers, method: string): void {
  let bytes = 0;
  for (const name in headers) bytes += name.length + (headers[name]?.length ?? 0);
  if (bytes > MOST_BYTES) throw new RequestRefused('header-fields-too-large');
  if (headers['x-http-method-override'] !== undefined) {
    throw new RequestRefused('method-not-allowed', { headers: { allow: method } });
  }
}

/** @throws RequestRefused idempotency-key-missing, idempotency-key-invalid */
export function idempotencyKeyOf(headers: Headers): string {
  const key = headers['idempotency-key'];
  if (key === undefined) throw new RequestRefused('idempotency-key-missing');
  if (!VISIBLE_ASCII.test(key)) throw new RequestRefused('idempotency-key-invalid');
  return key;
}

/**
 * The version a write is based on. `*` says nothing about what the caller has seen, so it counts as missing; a weak tag or
 * one we never gave matches nothing (RFC 9110 §13.1.1).
 * @throws RequestRefused precondition-required
 * @throws Refused precondition-failed
 */
export function ifMatchOf(headers: Headers): number {
  const tag = headers['if-match']?.trim();
  if (tag === undefined || tag === '' || tag === '*') {
    throw new RequestRefused('precondition-required');
  }
  if (!STRONG_TAG.test(tag))
    throw new Refused({ code: 'precondition-failed', currentVersion: null });
  return Number(tag.slice(1, -1));
}
