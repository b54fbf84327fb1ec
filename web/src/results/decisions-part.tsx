import { useQuery } from '@tanstack/preact-query';
import type * as z from 'zod';
import { organisersDecisionRoutes } from '../../../lib/contract/organisers-decision-routes.ts';
import type { decisionList } from '../../../lib/contract/organisers-decision-views.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { givenWords } from '../words/given-words.ts';
import { rulingWords } from '../words/ruling-words.ts';
import { DecisionForm } from './decision-form.tsx';
import { Scrolling } from './scrolling.tsx';
import type { ResultFacts } from './use-outcome.ts';
import { VotesForm } from './votes-form.tsx';

type Decision = z.output<typeof decisionList>['decisions'][number];

/** What the organisers decided about a round, those withdrawn as well, and room for another. */
export function DecisionsPart({ facts }: { readonly facts: ResultFacts }) {
  const { path, desk } = facts;
  const words = useWords(rulingWords);
  const given = useWords(givenWords);
  const { prizes, rounds } = desk.edition.plan;
  // Prizes are given after the last round.
  const hasVote =
    rounds.at(-1)?.id === path.roundId && prizes.some((prize) => prize.given === 'publicVote');
  const { data, error, refetch } = useQuery({
    queryKey: ['results', path.editionId, 'decisions', path.roundId],
    queryFn: async () =>
      (await api.call(organisersDecisionRoutes.listDecisions, { path: { ...path } })).body
        .decisions,
  });
  return (
    <section>
      <h2>{words.decisions}</h2>
      {error === null ? null : <Failure error={error} retry={() => void refetch()} />}
      {data === undefined && error === null ? <Waiting /> : null}
      {data?.length === 0 ? <p>{words.noDecisions}</p> : null}
      {data === undefined || data.length === 0 ? null : (
        <DecisionTable decisions={data} facts={facts} />
      )}
      <details>
        <summary>{words.newDecision}</summary>
        <DecisionForm facts={facts} />
      </details>
      {hasVote && data !== undefined ? (
        <details>
          <summary>{given.countVotes}</summary>
          <VotesForm facts={facts} decisions={data} />
        </details>
      ) : null}
    </section>
  );
}

function DecisionTable(props: {
  readonly decisions: readonly Decision[];
  readonly facts: ResultFacts;
}) {
  const { names, desk } = props.facts;
  const { format } = useLanguage();
  const words = useWords(rulingWords);
  const about = useAbout(props.facts);
  return (
    <Scrolling label={words.decisions}>
      <table>
        <thead>
          <tr>
            {[words.number, words.kind, words.about, words.reason, words.inForce].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.decisions.map((one) => (
            <tr key={one.number}>
              <th scope="row">{one.number}</th>
              <td>{one.kind === 'count-votes' ? words.votes : words.kinds[one.kind]}</td>
              <td>{about(one)}</td>
              <td>
                {one.reason}{' '}
                <span class="soft">
                  {one.documentNumber}, {names.person(one.signedBy)},{' '}
                  {format.moment(one.at, desk.edition.plan.timeZone)}
                </span>
              </td>
              <td>{one.isInForce ? words.isInForce.yes : words.isInForce.no}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

/** What a decision is about, by name. */
function useAbout({ desk, names }: ResultFacts): (one: Decision) => string {
  const { of } = useLanguage();
  const words = useWords(rulingWords);
  const { prizes, tracks } = desk.edition.plan;
  const nameIn = (list: typeof tracks | typeof prizes, wanted: string) =>
    of(list.find(({ id }) => id === wanted)?.name ?? { vi: wanted, en: wanted });
  const told = <T,>(value: T | undefined, text: (value: T) => string | readonly string[]) =>
    value === undefined ? [] : [text(value)].flat();
  return (one) =>
    [
      told(one.trackId, (trackId) => nameIn(tracks, trackId)),
      told(one.perTrack, String),
      told(one.prizeId, (prizeId) => nameIn(prizes, prizeId)),
      told(one.places, String),
      told(one.entryId, names.entry),
      told(one.entryIds, (entryIds) => entryIds.map(names.entry)),
      told(one.counts, (counts) =>
        counts.map(({ entryId, votes }) => `${names.entry(entryId)}: ${votes}`),
      ),
      told(one.moveUp === true || undefined, () => words.moveUp),
      told(one.decision, (number) => `${words.number} ${number}`),
    ]
      .flat()
      .join(' · ');
}
