import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { isSignedIn, signIn, wasSignedIn } from '../sign-in-flow.ts';
import { mayBeSignedIn, onSignedInAgain } from '../signed-in-mark.ts';
import { Failure } from '../ui/failure.tsx';
import { SignInAgain } from '../ui/sign-in-again.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';

const here = () => location.pathname + location.search;

/** Shows its children to somebody who is signed in; others are asked to, and come back here. */
export function SignedIn({ children }: { readonly children: ComponentChildren }) {
  const { words } = useLanguage();
  const [error, fail] = useState<unknown>();
  const [, drawAnew] = useState({});
  const isIn = isSignedIn();
  // After a reload the provider may still know this browser: then no page is shown.
  const mayBe = !isIn && !wasSignedIn() && mayBeSignedIn();
  const go = (silently: boolean) => {
    fail(undefined);
    signIn(here(), silently).catch(fail);
  };
  useEffect(() => onSignedInAgain(() => drawAnew({})), []);
  useEffect(() => {
    if (mayBe) go(true);
  }, [mayBe]);
  if (isIn) return <>{children}</>;
  if (error !== undefined) {
    return <Failure heading={words.signIn} error={error} retry={() => go(mayBe)} />;
  }
  return mayBe ? <Waiting /> : <SignInPrompt go={() => go(false)} />;
}

function SignInPrompt({ go }: { readonly go: () => void }) {
  const { words } = useLanguage();
  const account = useWords(accountWords);
  useTitle(words.signIn);
  return (
    <section class="narrow">
      <h1>{words.signIn}</h1>
      <p>{account.signInHelp}</p>
      {wasSignedIn() ? (
        <SignInAgain />
      ) : (
        <button type="button" onClick={go}>
          {words.signIn}
        </button>
      )}
    </section>
  );
}
