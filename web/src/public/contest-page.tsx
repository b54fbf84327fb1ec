import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { serverNow } from '../clock.ts';
import { useLanguage } from '../language.tsx';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { Countdown } from './countdown.tsx';
import { Dates } from './dates.tsx';
import { useEdition, useResult } from './edition-query.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Prizes } from './prizes.tsx';
import { Refusal } from './read.ts';
import { useServerNow } from './use-server-now.ts';
import { WhoMayEnter } from './who-may-enter.tsx';

/** One contest: what it is, who may enter, when, and what there is to win. */
export function ContestPage({ params }: { readonly params: { readonly editionId: string } }) {
  const { words, of } = useLanguage();
  const asked = useEdition(params.editionId);
  const { data: edition, refetch } = asked;
  const error = whatHinders([asked]);
  const result = useResult(params.editionId, edition?.phase === 'judging');
  useTitle(edition && of(edition.plan.name));
  const [, drawAnew] = useState({});
  if (error instanceof Refusal && error.code === 'not-found') return <NotFoundPage />;
  if (error !== null)
    return <Failure heading={words.brand} error={error} retry={() => void refetch()} />;
  if (edition === undefined) return <Waiting />;

  const { plan, opensAt, closesAt, editionId } = edition;
  // What is offered changes at that instant, and the instant may have been moved meanwhile.
  const over = () => {
    drawAnew({});
    void refetch();
  };
  const now = serverNow();
  const isSoon = now < Date.parse(opensAt);
  const isOpen = !isSoon && now < Date.parse(closesAt);
  const isPublished = result.data !== undefined;
  const phase = phaseOf({ isSoon, isOpen, isPublished, isJudging: edition.phase === 'judging' });
  return (
    <article>
      <header class="hero">
        <p class="eyebrow">{of(plan.organiser)}</p>
        <h1>{of(plan.name)}</h1>
        <p class="state">{words.phases[phase]}</p>
        {isSoon ? <Countdown key={opensAt} to={opensAt} label={words.opensIn} over={over} /> : null}
        {isOpen ? (
          <Countdown key={closesAt} to={closesAt} label={words.closesIn} over={over} />
        ) : null}
        <ServerClock timeZone={plan.timeZone} />
        <p class="actions">
          {isPublished ? (
            <a class="button" href={`/results/${editionId}/`}>
              {words.seeResult}
            </a>
          ) : null}
          {isOpen ? (
            <Link href={`/editions/${editionId}/enter`} class="button">
              {words.enter}
            </Link>
          ) : null}
          <Link href={`/editions/${editionId}/rules`} class="button quiet">
            {words.readRules}
          </Link>
          <Link href={`/editions/${editionId}/check`} class="button quiet">
            {words.check}
          </Link>
        </p>
      </header>
      <Dates plan={plan} opensAt={opensAt} closesAt={closesAt} />
      <WhoMayEnter plan={plan} />
      <Prizes plan={plan} />
    </article>
  );
}

function ServerClock({ timeZone }: { readonly timeZone: string }) {
  const { words, format } = useLanguage();
  return (
    <p class="soft">
      {words.serverClock} {format.moment(new Date(useServerNow()).toISOString(), timeZone)}
    </p>
  );
}

function phaseOf(facts: {
  readonly isSoon: boolean;
  readonly isOpen: boolean;
  readonly isPublished: boolean;
  readonly isJudging: boolean;
}): 'soon' | 'open' | 'over' | 'judging' | 'published' {
  if (facts.isPublished) return 'published';
  if (facts.isSoon) return 'soon';
  if (facts.isOpen) return 'open';
  return facts.isJudging ? 'judging' : 'over';
}
