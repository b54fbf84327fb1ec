import type { UncountedSheet } from '../contest/counted-sheets.ts';
import type { OrganisersDecision } from '../contest/organisers-decision.ts';
import { tiesLeft } from '../contest/tie-ruling.ts';
import { entryNames, nameOf, type PaperFacts } from './paper-facts.ts';
import { wording } from './wording.ts';
import { twoDigits, withComma, withDots } from './written-forms.ts';

const words = wording.minutes;

/** What a council looked at and what was decided, a line each: flags, ties, struck sheets, the organisers' decisions. */
export const mattersOf = (facts: PaperFacts): string[] => [
  ...flagLines(facts),
  ...tieLines(facts),
  ...uncountedLines(facts),
  ...facts.decided.map((decision) => decidedLine(facts, decision)),
];

function flagLines(facts: PaperFacts): string[] {
  const named = entryNames(facts.tasks);
  return facts.flags.map(({ entryId, spread, mean, ruling, state }) => {
    const what = words.flag(
      named(entryId).code,
      withComma(spread.printed),
      withComma(mean.printed),
    );
    const isUndecided = ruling === undefined || state === 'open';
    return isUndecided
      ? `${what} ${words.undecided}`
      : `${what} ${words.decisions[ruling.decision]}. ${basisOf(facts, { ...ruling, signedBy: ruling.by })}`;
  });
}

function tieLines(facts: PaperFacts): string[] {
  const named = entryNames(facts.tasks);
  const codes = (ids: readonly string[]) => ids.map((id) => named(id).code).join(', ');
  const used = new Set(
    facts.outcome.rankings.flatMap((record) =>
      record.decisionsNotUsed.map(({ order }) => codes(order.flat().toSorted())),
    ),
  );
  const decided = facts.ties
    .filter(({ order }) => !used.has(codes(order.flat().toSorted())))
    .map((ruling) => {
      const order = ruling.order.map((group) => group.map((id) => named(id).code).join(' = '));
      return `${words.tie(order.join(' > '))} ${basisOf(facts, ruling)}`;
    });
  const open = tiesLeft(facts.outcome)
    .filter(({ isDecided }) => !isDecided)
    .map(({ rank, entryIds }) => words.openTie(rank, codes(entryIds)));
  const { lot } = facts.round;
  return [...decided, ...(lot?.drawn ? [words.lot(lot.drawn.seed, lot.commitment)] : []), ...open];
}

function uncountedLines(facts: PaperFacts): string[] {
  const named = entryNames(facts.tasks);
  return facts.outcome.rankings
    .flatMap(({ notCounted }) => notCounted)
    .filter(({ because }) => because !== 'not-in-round')
    .map(({ entryId, judgeId, because }) => {
      return uncountedText(because)(named(entryId).code, nameOf(facts, judgeId));
    });
}

function uncountedText(because: UncountedSheet['because']) {
  if (because === 'recused') return words.struck;
  return because === 'taken-back' ? words.takenBack : words.uncounted;
}

function basisOf(
  facts: PaperFacts,
  said: { readonly reason: string; readonly documentNumber?: string; readonly signedBy: string },
): string {
  const parts = [
    words.reason(said.reason),
    ...(said.documentNumber === undefined ? [] : [words.document(said.documentNumber)]),
    words.by(nameOf(facts, said.signedBy)),
  ];
  return `${parts.join('; ')}.`;
}

function decidedLine(facts: PaperFacts, decision: OrganisersDecision): string {
  return `${words.organisers(decision.number)} ${decidedText(facts, decision)} ${basisOf(facts, decision)}`;
}

function decidedText(facts: PaperFacts, decision: OrganisersDecision): string {
  const named = entryNames(facts.tasks);
  const said = words.decided;
  switch (decision.kind) {
    case 'advance-number':
      return said['advance-number'](trackName(facts, decision.trackId), decision.perTrack);
    case 'advance-tied':
      return said['advance-tied'](decision.entryIds.map((id) => named(id).code).join(', '));
    case 'leave-empty':
      return said['leave-empty'](prizeName(facts, decision.prizeId), decision.places);
    case 'give-prize':
      return said['give-prize'](prizeName(facts, decision.prizeId), named(decision.entryId).code);
    case 'take-prize':
      return said['take-prize'](
        prizeName(facts, decision.prizeId),
        named(decision.entryId).code,
        decision.moveUp,
      );
    case 'count-votes': {
      const counts = decision.counts.map(({ entryId, votes }) =>
        said.votes(named(entryId).code, withDots(votes)),
      );
      return said['count-votes'](prizeName(facts, decision.prizeId), counts.join(', '));
    }
    case 'withdraw':
      return said.withdraw(decision.decision);
  }
}

/** Places of prizes that nobody gets, in the order of the plan, a line each. */
export const unawardedLines = (facts: PaperFacts): string[] =>
  facts.plan.prizes.flatMap(({ id, name }) =>
    (facts.outcome.allocation?.unawarded ?? [])
      .filter(({ prizeId }) => prizeId === id)
      .map(({ places, because }) =>
        words.unawarded(name.vi, twoDigits(places), words.because[because]),
      ),
  );

const prizeName = ({ plan }: PaperFacts, prizeId: string): string =>
  plan.prizes.find(({ id }) => id === prizeId)?.name.vi ?? prizeId;

const trackName = ({ plan }: PaperFacts, trackId: string): string =>
  plan.tracks.find(({ id }) => id === trackId)?.name.vi ?? trackId;
