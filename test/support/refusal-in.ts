import type { Answered } from './world-callers.ts';

/** A problem answer by its status, code and facts; what every problem says beside these is left out. */
export function refusalIn({ status, text, headers }: Answered<unknown>): object {
  if (headers['content-type'] !== 'application/problem+json') {
    throw new Error(`no problem: ${status} ${text}`);
  }
  const { type, title, detail, requestId, serverTime, ...said } = JSON.parse(text);
  if (said.status !== status || type !== `/problems/${said.code}`) {
    throw new Error(`a problem at odds with itself: ${status} ${text}`);
  }
  for (const each of [title, detail, requestId, serverTime]) {
    if (typeof each !== 'string') throw new Error(`a problem that lacks a member: ${text}`);
  }
  return said;
}

/** The body of a problem without what differs in every answer, to the byte. */
export function sameBytes({ text }: Answered<unknown>): string {
  return text.replace(/"requestId":"[^"]*"/u, '').replace(/"serverTime":"[^"]*"/u, '');
}
