import { Link } from 'wouter-preact';
import { SignedIn } from '../account/signed-in.tsx';
import { useAccount } from '../account/use-account.ts';
import { useWords } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { planWords } from '../words/plan-words.ts';
import { CloneForm } from './clone-form.tsx';
import { CreateForm } from './create-form.tsx';
import './plan.css';

/** Where an administrator sets an edition up: like another one, or from a plan. */
export function NewEditionPage() {
  return (
    <SignedIn>
      <NewEdition />
    </SignedIn>
  );
}

function NewEdition() {
  const words = useWords(planWords);
  useTitle(words.newEdition);
  const account = useAccount();
  const { data: me, refetch } = account;
  const error = whatHinders([account]);
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />;
  if (me === undefined) return <Waiting />;
  return (
    <article class="organisers">
      <p>
        <Link href="/me">← {words.back}</Link>
      </p>
      <h1>{words.newEdition}</h1>
      {me.administrator ? (
        <>
          <p>{words.newEditionHelp}</p>
          <section>
            <h2>{words.clone}</h2>
            <CloneForm />
          </section>
          <section>
            <h2>{words.fromFile}</h2>
            <CreateForm />
          </section>
        </>
      ) : (
        <p class="notice alarm">{words.onlyAdministrators}</p>
      )}
    </article>
  );
}
