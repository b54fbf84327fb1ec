import { useState } from 'preact/hooks';
import { judgingProposalRoutes } from '../../../lib/contract/judging-proposal-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { AssignmentBoard } from './assignment-board.tsx';
import { GivePairs } from './give-pairs.tsx';
import { ImpossibleReasons } from './impossible-reasons.tsx';
import type { Pair } from './proposal.ts';
import { ProposalReport } from './proposal-report.tsx';
import { noWishes, ProposalWishes, wishesOf } from './proposal-wishes.tsx';
import { Refused } from './refused.tsx';
import { type RoundPart, readersOf, roundPathOf, useRoundChanged } from './round-part.ts';
import { useAct } from './use-act.ts';

/** Who reads what: proposed by the system, changed by hand, given in portions. */
export function AssignmentPart(part: RoundPart) {
  const { facts, entries, names } = part;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const changed = useRoundChanged(part);
  const path = roundPathOf(part);
  const planned = facts.edition.plan.rounds.find(({ id }) => id === path.roundId);
  const isFirst = facts.edition.plan.rounds[0]?.id === path.roundId;
  const readers = readersOf(part);
  const [wishes, setWishes] = useState(noWishes);
  const [pairs, setPairs] = useState<readonly Pair[]>([]);
  const [isBoardOpen, openBoard] = useState(false);
  const [given, setGiven] = useState<number>();
  const propose = useAct(
    async (body: ReturnType<typeof wishesOf>, idempotencyKey) =>
      (await api.call(judgingProposalRoutes.proposeAssignment, { path, body, idempotencyKey }))
        .body,
    (answer) => {
      setGiven(undefined);
      setPairs(answer.possible ? answer.pairs : []);
    },
  );
  const { data } = propose;
  const done = async (count: number) => {
    propose.reset();
    setGiven(count);
    await changed();
  };
  // Into a later round come those that advanced: the proposal knows them.
  const proposed = new Set(data?.possible ? data.pairs.map(({ entryId }) => entryId) : []);
  const onBoard = isFirst ? entries : entries.filter(({ entryId }) => proposed.has(entryId));
  return (
    <section class="panel" aria-labelledby="assignment">
      <h2 id="assignment">{words.assignment}</h2>
      <p class="soft">{words.assignmentHelp}</p>
      {entries.length === 0 ? (
        <p class="notice">{words.noEntries}</p>
      ) : (
        <>
          <p>{words.entriesIn(format.count(entries.length), format.count(readers.length))}</p>
          <ProposalWishes
            readers={readers}
            byRules={planned?.judgesPerEntry ?? 1}
            wishes={wishes}
            change={setWishes}
          />
          <button
            type="button"
            disabled={propose.isPending}
            onClick={() => propose.mutate(wishesOf(wishes))}
          >
            {words.propose}
          </button>
        </>
      )}
      {propose.isPending ? (
        <p role="status">
          {words.proposing}
          <progress aria-label={words.proposing} />
        </p>
      ) : null}
      <Refused error={propose.error} names={names} timeZone={facts.edition.plan.timeZone} />
      {given === undefined ? null : (
        <p class="notice good" role="status">
          {words.given(format.count(given))}
        </p>
      )}
      {data?.possible === false ? <ImpossibleReasons reasons={data.reasons} names={names} /> : null}
      {data?.possible ? (
        <>
          <ProposalReport proposal={data} names={names} />
          <details onToggle={({ currentTarget }) => openBoard(currentTarget.open)}>
            <summary>{words.edit}</summary>
            {isBoardOpen ? (
              <AssignmentBoard
                entries={onBoard}
                readers={readers}
                pairs={pairs}
                change={setPairs}
              />
            ) : null}
          </details>
          <GivePairs part={part} pairs={pairs} taken={data.taken} done={done} />
        </>
      ) : null}
    </section>
  );
}
