import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { type Language, useLanguage } from '../language.tsx';
import { Refusal } from '../public/read.ts';
import { isSignedOut } from '../signed-out.ts';
import { messageFor } from '../words/problem-words.ts';
import { SignInAgain } from './sign-in-again.tsx';

/**
 * Why something did not work and what to do; a lost connection is told from a "no" of the server. In place of a whole page it
 * takes that page's heading.
 */
export function Failure({
  error,
  retry,
  heading,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly heading?: string;
}) {
  const { words, language } = useLanguage();
  const failure = (
    <div class="notice alarm" role="alert">
      <p>{messageOf(error, language) ?? words.noConnection}</p>
      {isSignedOut(error) ? <SignInAgain done={retry} /> : null}
      {retry === undefined || isSignedOut(error) ? null : (
        <button type="button" class="quiet" onClick={retry}>
          {words.again}
        </button>
      )}
    </div>
  );
  if (heading === undefined) return failure;
  return (
    <article class="narrow">
      <h1>{heading}</h1>
      {failure}
    </article>
  );
}

function messageOf(error: unknown, language: Language): string | undefined {
  if (isSignedOut(error)) return messageFor(language, 'unauthenticated');
  if (error instanceof ProblemError)
    return messageFor(language, error.code, error.problem.requestId);
  return error instanceof Refusal ? messageFor(language, error.code) : undefined;
}
