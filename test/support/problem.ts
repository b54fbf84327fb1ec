import type { FieldError } from '../../lib/contest/refusal.ts';
import type { ApiResult } from '../../lib/http/api-event.ts';

/** What a test asks of a problem answer: status, code and the places that are wrong. */
export function problemIn(answer: ApiResult): readonly [number, string, FieldError[]?] {
  if (answer.headers['content-type'] !== 'application/problem+json') {
    throw new Error(`no problem: ${answer.statusCode} ${answer.body}`);
  }
  const { status, code, errors, type } = JSON.parse(answer.body);
  if (status !== answer.statusCode || type !== `/problems/${code}`) {
    throw new Error(`a problem at odds with itself: ${answer.statusCode} ${answer.body}`);
  }
  return errors === undefined ? [status, code] : [status, code, errors];
}
