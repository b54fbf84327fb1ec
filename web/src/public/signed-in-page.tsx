import { useEffect, useRef, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useLanguage } from '../language.tsx';
import { signIn } from '../session.ts';
import { signInAgainAt } from '../signed-in-mark.ts';

/** Where to go on to, told before it may fail; nowhere in a tab that was opened to sign in again: the others have its tokens by now. */
async function finish(goingTo: (way: string) => void): Promise<string | undefined> {
  const { finishSignIn, handTokensOver, wayOn } = await import('../sign-in-flow.ts');
  const here = location.pathname + location.search;
  goingTo(here.startsWith(signInAgainAt) ? here : wayOn());
  if (here.startsWith(signInAgainAt)) {
    await signIn(here);
    return undefined;
  }
  const returnTo = await finishSignIn();
  if (!returnTo.startsWith(signInAgainAt)) return returnTo;
  handTokensOver(returnTo.slice(signInAgainAt.length));
  close();
  return undefined;
}

/** Where the sign-in pages send people back to: they go on to where they were going. */
export function SignedInPage() {
  const { words } = useLanguage();
  const [, go] = useLocation();
  const [hasFailed, fail] = useState(false);
  const [isDone, finished] = useState(false);
  const way = useRef('/');
  const goingTo = (to: string) => {
    way.current = to;
  };
  useEffect(() => {
    finish(goingTo).then(
      (returnTo) => (returnTo === undefined ? finished(true) : go(returnTo, { replace: true })),
      () => fail(true),
    );
  }, []);
  const again = async () => {
    fail(false);
    await signIn(way.current).catch(() => fail(true));
  };
  if (!hasFailed) return <p role="status">{isDone ? words.signedInAgain : words.signingIn}</p>;
  return (
    <section class="narrow">
      <h1>{words.signInFailed}</h1>
      <button type="button" onClick={() => void again()}>
        {words.signIn}
      </button>
    </section>
  );
}
