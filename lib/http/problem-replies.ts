import type { ProblemCode } from '../contract/problems.ts';
import type { Notes } from './exchange.ts';
import type { Layer } from './layer.ts';
import { problemOf } from './problem-of.ts';
import { problemReply } from './problem-reply.ts';

/** Turns whatever was thrown into a problem document, and notes it for the log. It is the innermost of the chain. */
export function problemReplies(): Layer {
  return {
    onError: (request) => {
      const { event: exchange, error } = request;
      const found = problemOf(error);
      exchange.notes.code = found.code;
      if (isDenial(found.code, exchange.notes)) exchange.notes.denied = true;
      if (found.isFault) exchange.notes.cause = error;
      request.response = problemReply(found, exchange);
    },
  };
}

const DENIED = new Set<ProblemCode>([
  'unauthenticated',
  'forbidden',
  'conflict-of-interest',
  'second-person-required',
]);

function isDenial(code: ProblemCode, notes: Notes): boolean {
  return DENIED.has(code) || (code === 'not-found' && notes.conceals === true);
}
