import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { isSignedIn, signIn } from '../sign-in-flow.ts';
import { mayBeSignedIn } from '../signed-in-mark.ts';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';

const here = () => location.pathname + location.search;

/** Shows its children to somebody who is signed in; others are asked to, and come back here. */
export function SignedIn({ children }: { readonly children: ComponentChildren }) {
  const isIn = isSignedIn();
  // After a reload the provider may still know this browser: then no page is shown.
  const mayBe = !isIn && mayBeSignedIn();
  useEffect(() => {
    if (mayBe) void signIn(here(), true);
  }, [mayBe]);
  if (isIn) return <>{children}</>;
  return mayBe ? <Waiting /> : <SignInPrompt />;
}

function SignInPrompt() {
  const { words } = useLanguage();
  const account = useWords(accountWords);
  useTitle(words.signIn);
  return (
    <section class="narrow">
      <h1>{words.signIn}</h1>
      <p>{account.signInHelp}</p>
      <button type="button" onClick={() => void signIn(here())}>
        {words.signIn}
      </button>
    </section>
  );
}
