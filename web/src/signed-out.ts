import { ProblemError } from '../../lib/contract/problem-error.ts';
import { UnexpectedReply } from '../../lib/contract/unexpected-reply.ts';

/** Nobody is signed in, or no longer: the page offers to. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** Whether something failed because nobody is signed in any more: nothing typed is wrong, and it can be tried again after. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof SignedOut ||
  // A gateway before the API may say so in its own words.
  ((error instanceof ProblemError || error instanceof UnexpectedReply) && error.status === 401);
