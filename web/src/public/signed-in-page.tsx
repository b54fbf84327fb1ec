import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'wouter-preact';
import { useLanguage } from '../language.tsx';
import { signIn } from '../session.ts';

const finish = async () => await (await import('../sign-in-flow.ts')).finishSignIn();

/** Where the sign-in pages send people back to: they go on to where they were going. */
export function SignedInPage() {
  const { words } = useLanguage();
  const [, go] = useLocation();
  const [hasFailed, fail] = useState(false);
  useEffect(() => {
    finish().then(
      (returnTo) => go(returnTo, { replace: true }),
      () => fail(true),
    );
  }, []);
  if (!hasFailed) return <p role="status">{words.signingIn}</p>;
  return (
    <section class="narrow">
      <h1>{words.signInFailed}</h1>
      <button type="button" onClick={() => void signIn('/')}>
        {words.signIn}
      </button>
    </section>
  );
}
