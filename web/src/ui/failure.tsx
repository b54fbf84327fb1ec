import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { type Language, useLanguage } from '../language.tsx';
import { Refusal } from '../public/read.ts';
import { isSignedOut } from '../signed-out.ts';
import { messageFor } from '../words/problem-words.ts';
import { SignInAgain } from './sign-in-again.tsx';

/** Why something did not work and what to do; a lost connection is told from a "no" of the server. */
export function Failure({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry?: () => void;
}) {
  const { words, language } = useLanguage();
  return (
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
}

function messageOf(error: unknown, language: Language): string | undefined {
  if (isSignedOut(error)) return messageFor(language, 'unauthenticated');
  if (error instanceof ProblemError)
    return messageFor(language, error.code, error.problem.requestId);
  return error instanceof Refusal ? messageFor(language, error.code) : undefined;
}
