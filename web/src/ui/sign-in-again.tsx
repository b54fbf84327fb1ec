import { useEffect } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { onSignedInAgain, signInElsewhere } from '../signed-in-mark.ts';

/** Signs in again in a tab of its own, so that nothing typed here is lost; then `done` goes on where it stopped. */
export function SignInAgain({ done }: { readonly done?: (() => void) | undefined }) {
  const { words } = useLanguage();
  useEffect(() => (done === undefined ? undefined : onSignedInAgain(done)), [done]);
  return (
    <>
      <button type="button" class="quiet" onClick={signInElsewhere}>
        {words.signIn}
      </button>
      <p class="soft">{words.signInAgainHelp}</p>
    </>
  );
}
