import { componentList } from './components.ts';
import { type DerivationNames, plainly } from './derivation-names.ts';
import type { ComponentRecord, EntryRecord, ScoreRecord } from './entry-record.ts';
import { formatPoints } from './points.ts';
import type { RankingRecord } from './ranking-record.ts';
import { fractionText, rational } from './rational.ts';

/**
 * From the mean of the sheets to the printed score: what no judge gave, the sum, the one rounding. A vote shows the share that
 * it is, and its own rounding.
 */
export function scoreLines(
  { mean, printed, sum, components = [] }: ScoreRecord,
  ranking: RankingRecord,
  names: DerivationNames,
): string[] {
  const { words } = names;
  const rounded = `- ${words.rounded}: ${sum ?? mean} → ${printed}`;
  if (sum === undefined) return [rounded];
  const added = components.map((component) => component.printed);
  return [
    ...components.map((component) => componentLine(component, ranking, names)),
    `- ${words.withComponents}: ${[mean, ...added].join(' + ')} = ${sum}`,
    rounded,
  ];
}

function componentLine(
  { componentId, printed, votes }: ComponentRecord,
  { rubric, mostVotes = 0 }: RankingRecord,
  names: DerivationNames,
): string {
  const { words, language } = names;
  const component = componentList(rubric).find(({ id }) => id === componentId);
  const name = `“${plainly(component?.name[language] ?? componentId)}”`;
  if (votes === undefined) return `- ${words.given} ${name}: ${printed}`;
  if (mostVotes === 0) return `- ${words.vote} ${name} (${words.nobodyVoted}): ${printed}`;
  const most = component?.maxPoints ?? 0;
  const share = fractionText(rational(BigInt(most) * BigInt(votes), 100n * BigInt(mostVotes)));
  const terms = `${formatPoints(most)} × ${votes} ÷ ${mostVotes}`;
  return `- ${words.vote} ${name}: ${terms} = ${share} → ${printed}`;
}

/** Why an entry is not ranked, with the name of what it is about. */
export function reasonLines(
  { whyNotEligible }: Pick<EntryRecord, 'whyNotEligible'>,
  { rubric }: RankingRecord,
  { words, language }: DerivationNames,
): string[] {
  const named = [...rubric.criteria, ...componentList(rubric)];
  return whyNotEligible.map((why) => {
    const about = 'componentId' in why ? why.componentId : undefined;
    const id = 'criterionId' in why ? why.criterionId : about;
    const name = named.find((one) => one.id === id)?.name[language];
    const text = `- ${words.notEligible}: ${words.reasons[why.code]}`;
    return name === undefined ? text : `${text} “${plainly(name)}”`;
  });
}
