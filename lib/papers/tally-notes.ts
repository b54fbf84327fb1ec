import { componentList } from '../contest/components.ts';
import type { WhyNotEligible } from '../contest/eligibility.ts';
import type { Part } from '../contest/rubric.ts';
import type { PaperFacts } from './paper-facts.ts';
import type { TallyRow } from './tally-model.ts';
import { wording } from './wording.ts';
import { withComma } from './written-forms.ts';

const words = wording.tally;

/** What the last column of a tally says of an entry: who goes on, what is tied, why it has no rank, which sheets do not count. */
export function noteOf(row: TallyRow, facts: PaperFacts): string {
  return [
    ...(row.advances ? [words.advances] : []),
    ...(row.tied === 'open' ? [words.open] : []),
    ...(row.tied === 'shared' ? [words.shared] : []),
    ...row.whyNotEligible.map((why) => failedText(why, facts)),
    ...(row.struck > 0 ? [words.struck(row.struck)] : []),
    ...(row.takenBack > 0 ? [words.takenBack(row.takenBack)] : []),
  ].join('; ');
}

function failedText(why: WhyNotEligible, { roundPlan }: PaperFacts): string {
  const rubrics = roundPlan.rubrics.map(({ rubric }) => rubric);
  switch (why.code) {
    case 'too-few-sheets':
      return words.tooFew(why.sheets, why.minimum);
    case 'component-missing':
      return words.componentMissing(nameIn(rubrics.flatMap(componentList), why.componentId));
    case 'below-minimum-mean':
      return words.belowMinimum(withComma(why.minimum));
    case 'zero-criterion-mean':
    case 'zero-mark': {
      const criteria = rubrics.flatMap((rubric) => rubric.criteria);
      return words.zero(nameIn(criteria, why.criterionId));
    }
  }
}

const nameIn = (named: readonly Omit<Part, 'step'>[], wanted: string): string =>
  named.find(({ id }) => id === wanted)?.name.vi ?? wanted;
