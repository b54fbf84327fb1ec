import { codeOf, codesOf, type DerivationNames, personOf, plainly } from './derivation-names.ts';
import type { Ranking, Tie } from './ranking.ts';
import type { RankingRecord, TrackRanking } from './ranking-record.ts';
import type { TieSplit } from './ranking-rules.ts';
import type { Rubric } from './rubric.ts';
import type { TraceStep } from './tie-break.ts';

/** Places of a ranking, and under each tie every step of the ladder that was taken. */
export function rankingLines(
  { places, ties }: Ranking,
  rubric: Rubric,
  names: DerivationNames,
): string[] {
  const { words } = names;
  return [
    ...places.map(({ rank, score, entryIds }) => {
      const shared = entryIds.length > 1 ? ` (${words.shared})` : '';
      return `- ${words.rank} ${rank}: ${codesOf(names, entryIds)} — ${score}${shared}`;
    }),
    ...(ties.length === 0 ? [] : ['', `**${words.ties}**`, '']),
    ...ties.flatMap((tie) => tieLines(tie, rubric, names)),
  ];
}

function tieLines(
  { rank, score, entryIds, trace }: Tie,
  rubric: Rubric,
  names: DerivationNames,
): string[] {
  const { words } = names;
  return [
    `- ${words.tied} (${words.rank} ${rank}, ${score}): ${codesOf(names, entryIds)}`,
    ...trace.map((step) => `  - ${stepText(step, rubric, names)}`),
  ];
}

function stepText(step: TraceStep, rubric: Rubric, names: DerivationNames): string {
  const { words } = names;
  const { rank, tied, values, split, note, decision, commitment } = step;
  const figures = tied
    .flatMap((id) => {
      const value = values[id];
      return value === undefined ? [] : [`${codeOf(names, id)}: ${value}`];
    })
    .sort();
  const groups = split.map((group) => codesOf(names, group));
  const outcome = split.length > 1 ? `${words.order}: ${groups.join(' > ')}` : words.unsplit;
  const said = decision
    ? [
        plainly(decision.reason),
        ...(decision.documentNumber === undefined ? [] : [plainly(decision.documentNumber)]),
        `${words.signedBy} ${personOf(names, decision.signedBy)}`,
      ]
    : [];
  const parts = [
    ...figures,
    ...(note === undefined ? [] : [words.notes[note]]),
    ...said,
    ...(commitment === undefined ? [] : [commitment]),
    outcome,
  ];
  return `${stepName(step.step, rubric, names)} (${words.rank} ${rank}): ${parts.join('; ')}`;
}

function stepName(step: string, rubric: Rubric, { words, language }: DerivationNames): string {
  const [kind = '', criterionId] = step.split(/:(.*)/su);
  const criterion = rubric.criteria.find(({ id }) => id === criterionId);
  const name = isStep(kind, words.steps) ? words.steps[kind] : kind;
  return criterion ? `${name} “${plainly(criterion.name[language])}”` : name;
}

const isStep = (kind: string, steps: object): kind is TieSplit['kind'] =>
  Object.hasOwn(steps, kind);

/** Who of a track goes on, and what became of a tie at the line. */
export function advanceLines({ advance }: TrackRanking, names: DerivationNames): string[] {
  if (!advance) return [];
  const { words } = names;
  const { limit, entryIds, cutTie } = advance;
  const codes = entryIds.map((id) => codeOf(names, id)).join(', ') || '—';
  return [
    `- ${words.goOn} (${words.limit} ${limit}): ${codes}`,
    ...(cutTie
      ? [
          `- ${words.cutTie[cutTie.settledBy]}: ${codesOf(names, cutTie.entryIds)} — ${cutTie.score}`,
        ]
      : []),
  ];
}

/** The rule behind each step, in words. */
export function ruleLines({ applied }: RankingRecord, { words }: DerivationNames): string[] {
  const said = words.applied;
  return [
    said.counted[applied.counted],
    said.total[applied.total],
    said.mean[applied.mean],
    said.criterionMeans[applied.criterionMeans],
    said.rounding[applied.rounding],
    said.floors[applied.floors],
    said.rank[applied.rank],
    said.cut[applied.cut],
  ].map((rule, at) => `${at + 1}. ${rule}`);
}
