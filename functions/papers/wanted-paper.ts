import { refuseErrors } from '../../lib/contest/content-errors.ts';
import { flagBlockers } from '../../lib/contest/flag.ts';
import { found } from '../../lib/contest/found.ts';
import { outcomeBlockers } from '../../lib/contest/outcome.ts';
import { Refused } from '../../lib/contest/refusal.ts';
import type { PaperRequest } from '../../lib/contract/paper-views.ts';
import { decisionPaper } from '../../lib/papers/decision-paper.ts';
import { minutesPaper } from '../../lib/papers/minutes-paper.ts';
import type { Paper } from '../../lib/papers/paper.ts';
import type { PaperFacts } from '../../lib/papers/paper-facts.ts';
import { scoreSheetPaper } from '../../lib/papers/score-sheet-paper.ts';
import { tallyPaper } from '../../lib/papers/tally-paper.ts';

/**
 * The paper that was asked for.
 * @throws Refused not-found where the judge has no sheet that counts; validation-failed for a decision on another round than the
 * last; state-conflict for one while people still have to decide who gets what; limit-reached where a table would be too long
 */
export function wantedPaper(facts: PaperFacts, asked: PaperRequest): Paper {
  switch (asked.kind) {
    case 'score-sheet':
      return found(scoreSheetPaper(facts, asked));
    case 'tally':
      requireFew(facts);
      return tallyPaper(facts);
    case 'minutes':
      requireFew(facts);
      return minutesPaper(facts, asked);
    case 'draft-decision':
      requireWinners(facts);
      return decisionPaper(facts, asked);
  }
}

/** More rows would outlast the gateway's 29 seconds; workbooks have no such limit. */
const mostRows = 2000;

function requireFew({ tasks }: PaperFacts): void {
  if (new Set(tasks.map(({ entryId }) => entryId)).size <= mostRows) return;
  throw new Refused({ code: 'limit-reached', limit: 'paperRows', allowed: mostRows });
}

/** A decision that leaves a winner out would be signed as it is. */
function requireWinners({ outcome, flags, round }: PaperFacts): void {
  if (outcome.allocation === undefined) {
    refuseErrors([{ pointer: '/kind', code: 'not-allowed' }]);
  }
  const blockers = [...outcomeBlockers(outcome), ...flagBlockers(flags)];
  if (blockers.length > 0) {
    throw new Refused({ code: 'state-conflict', state: round.state, blockers });
  }
}

/** "KT22 - chung-ket - tally.docx": without a winner's or a judge's name in it. */
export const fileNameOf = (
  { plan, round }: PaperFacts,
  { kind }: Pick<PaperRequest, 'kind'>,
): string => `${plan.codePrefix} - ${round.roundId} - ${kind}.docx`;
