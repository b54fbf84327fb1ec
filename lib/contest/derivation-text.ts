import { compareBytewise } from './bytewise.ts';
import { entryLines, type MarkedSheet } from './derivation-entry.ts';
import { codeOf, type DerivationNames, personOf, plainly } from './derivation-names.ts';
import { advanceLines, rankingLines, ruleLines } from './derivation-ranking.ts';
import type { DerivationWords, Language } from './derivation-words.ts';
import { englishWords } from './derivation-words-en.ts';
import { vietnameseWords } from './derivation-words-vi.ts';
import { type DecisionContent, inForce, type OrganisersDecision } from './organisers-decision.ts';
import type { Outcome } from './outcome.ts';
import { type Plan, roundOf } from './plan.ts';
import type { RankingRecord } from './ranking-record.ts';

/** What a derivation is written from; the outcome alone decides, the rest is names. */
export interface DerivationFacts extends Pick<DerivationNames, 'entries' | 'people'> {
  readonly outcome: Outcome;
  readonly digest: string;
  readonly plan: Plan;
  readonly sheets: readonly MarkedSheet[];
  readonly decided: readonly OrganisersDecision[];
  /** Entries the reader is close to: what single judges gave them is not written. */
  readonly hidden: { readonly has: (entryId: string) => boolean };
}

const words: { readonly [language in Language]: DerivationWords } = {
  vi: vietnameseWords,
  en: englishWords,
};

/**
 * The whole derivation of a round's outcome as a person reads and checks it with pencil and paper: Markdown, each figure an exact
 * fraction until the one rounding, each step under the rule that it follows.
 */
export function derivationText(facts: DerivationFacts, language: Language): string {
  const { outcome, plan, digest, decided } = facts;
  const names = { ...facts, language, words: words[language] };
  const { title, planVersion } = names.words;
  const round = roundOf(plan, outcome.roundId)?.name[language] ?? outcome.roundId;
  return [
    `# ${title}: ${plainly(round)}`,
    '',
    `${plainly(plan.name[language])} · ${planVersion} ${outcome.planVersion}`,
    '',
    `${names.words.digest}: \`${digest}\``,
    ...outcome.rankings.flatMap((ranking) => rankingPart(ranking, facts, names)),
    ...prizePart(outcome, plan, names),
    ...decisionPart(inForce(decided), plan, names),
    '',
  ].join('\n');
}

function rankingPart(
  ranking: RankingRecord,
  { sheets, entries, plan, hidden }: DerivationFacts,
  names: DerivationNames,
): string[] {
  const { words: said, language } = names;
  const nameOf = (trackId: string) =>
    plainly(plan.tracks.find(({ id }) => id === trackId)?.name[language] ?? trackId);
  const marks = new Map(sheets.map((one) => [`${one.entryId} ${one.judgeId}`, one.marks]));
  const byCode = ranking.entries.toSorted((a, b) =>
    compareBytewise(codeOf(names, a.entryId), codeOf(names, b.entryId)),
  );
  return [
    ...section(`## ${said.rules}`, ruleLines(ranking, names)),
    ...section(`## ${said.entries}`, []),
    ...byCode.flatMap((entry) => {
      const title = plainly(entries.get(entry.entryId)?.title ?? '');
      const head = `### ${codeOf(names, entry.entryId)} · ${title} (${nameOf(entry.trackId)})`;
      return section(head, entryLines(entry, { names, ranking, marks, hidden }));
    }),
    ...section(`## ${said.overall}`, rankingLines(ranking.overall, ranking.rubric, names)),
    ...ranking.tracks.flatMap((track) =>
      section(`## ${said.track} ${nameOf(track.trackId)}`, [
        ...rankingLines(track.ranking, ranking.rubric, names),
        ...advanceLines(track, names),
      ]),
    ),
  ];
}

const section = (head: string, lines: readonly string[]): string[] => [
  '',
  head,
  ...(lines.length === 0 ? [] : ['', ...lines]),
];

function prizePart({ allocation }: Outcome, plan: Plan, names: DerivationNames): string[] {
  if (!allocation) return [];
  const { words: said } = names;
  const awards = allocation.awards.map(({ prizeId, entryId, rank, joint, given, votes }) => {
    const why = [
      ...(rank === undefined ? [] : [`${said.rank} ${rank}`]),
      ...(votes === undefined ? [] : [`${votes} ${said.votes}`]),
      ...(given === 'decision' ? [said.byDecision] : []),
      ...(joint ? [said.joint] : []),
    ];
    return `- ${prizeName(plan, prizeId, names)}: ${codeOf(names, entryId)} (${why.join('; ')})`;
  });
  const left = allocation.unawarded.map(
    ({ prizeId, places, because }) =>
      `- ${said.unawarded}: ${places} × ${prizeName(plan, prizeId, names)} (${said.because[because]})`,
  );
  return section(`## ${said.prizes}`, [...awards, ...left]);
}

const prizeName = (plan: Plan, prizeId: string, { language }: DerivationNames): string =>
  plainly(plan.prizes.find(({ id }) => id === prizeId)?.name[language] ?? prizeId);

function decisionPart(
  decided: readonly OrganisersDecision[],
  plan: Plan,
  names: DerivationNames,
): string[] {
  if (decided.length === 0) return [];
  const { words: said } = names;
  const lines = decided.map((one) => {
    const about = aboutOf(one, plan, names);
    const paper = `${plainly(one.documentNumber)}, ${said.signedBy} ${personOf(names, one.signedBy)}, ${one.at}`;
    return `${one.number}. ${said.kinds[one.kind]}: ${about} — ${plainly(one.reason)} (${paper})`;
  });
  return section(`## ${said.decisions}`, lines);
}

function aboutOf(content: DecisionContent, plan: Plan, names: DerivationNames): string {
  switch (content.kind) {
    case 'advance-number':
      return `${plainly(content.trackId)}, ${names.words.limit} ${content.perTrack}`;
    case 'advance-tied':
      return content.entryIds.map((id) => codeOf(names, id)).join(', ') || '—';
    case 'leave-empty':
      return `${content.places} × ${prizeName(plan, content.prizeId, names)}`;
    case 'give-prize':
    case 'take-prize':
      return `${prizeName(plan, content.prizeId, names)}, ${codeOf(names, content.entryId)}`;
    case 'count-votes': {
      const counts = content.counts.map(
        ({ entryId, votes }) => `${codeOf(names, entryId)}: ${votes}`,
      );
      return `${prizeName(plan, content.prizeId, names)}: ${counts.join(', ')}`;
    }
    case 'withdraw':
      return String(content.decision);
  }
}
