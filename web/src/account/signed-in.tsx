import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { mayBeSignedIn, signIn } from '../session.ts';
import { isSignedIn } from '../sign-in-flow.ts';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';

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
  useTitle(words.signIn);
  return (
    <section class="narrow">
      <h1>{words.signIn}</h1>
      <p>{words.signInHelp}</p>
      <button type="button" onClick={() => void signIn(here())}>
        {words.signIn}
      </button>
    </section>
  );
}
