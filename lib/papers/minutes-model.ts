import type { LocalDateTime } from '../contest/local-date.ts';
import { mattersOf, unawardedLines } from './matters.ts';
import { entryNames, judgesOf, nameOf, type PaperFacts } from './paper-facts.ts';
import { componentTexts, tallyOf } from './tally-model.ts';
import { wording } from './wording.ts';
import { momentInWords } from './written-forms.ts';

const words = wording.minutes;

/** What only who was at the meeting knows; whatever is not said is left to be filled in by hand. */
export interface Meeting {
  readonly place?: string;
  readonly startedAt?: LocalDateTime;
  readonly endedAt?: LocalDateTime;
  readonly secretary?: string;
  readonly guests?: readonly string[];
  /** Judges who were not there, by person id. */
  readonly absent?: readonly string[];
}

/** The minutes of the council's meeting about a closed round, as plain sentences and rows. */
export interface MinutesModel {
  readonly opening: string;
  readonly present: readonly string[];
  readonly agenda: readonly string[];
  readonly counts: string;
  readonly tables: readonly {
    readonly track: string;
    readonly hasComponents: boolean;
    readonly rows: readonly ResultRow[];
  }[];
  /** Prizes that nobody gets. */
  readonly unawarded: readonly string[];
  /** Flags, ties, struck sheets and decisions, each with its reasons. */
  readonly matters: readonly string[];
  readonly closing: string;
}

export interface ResultRow {
  readonly rank: string;
  readonly code: string;
  readonly title: string;
  readonly applicantName: string;
  /** Of the sheets. */
  readonly mean: string;
  /** A line each; what they and the mean come to. */
  readonly components: readonly string[];
  readonly score: string;
  readonly outcome: string;
}

/** The minutes from what is on record and what was said about the meeting. */
export function minutesOf(facts: PaperFacts, meeting: Meeting): MinutesModel {
  const { place = wording.dots(), startedAt, endedAt } = meeting;
  const judges = judgesOf(facts);
  const sheets = facts.outcome.rankings
    .flatMap(({ entries }) => entries)
    .reduce((sum, entry) => sum + entry.sheets.length, 0);
  const entries = new Set(facts.tasks.map(({ entryId }) => entryId)).size;
  return {
    opening: words.opened(momentOf(startedAt), place),
    present: presentLines(facts, meeting, judges),
    agenda: words.items,
    counts: words.counts(entries, sheets, judges.length),
    tables: tablesOf(facts),
    unawarded: unawardedLines(facts),
    matters: mattersOf(facts),
    closing: words.closed(momentOf(endedAt)),
  };
}

const momentOf = (local: LocalDateTime | undefined): string =>
  local === undefined ? words.openMoment : momentInWords(local);

function presentLines(
  facts: PaperFacts,
  { absent = [], secretary = wording.dots(), guests = [] }: Meeting,
  judges: readonly string[],
): string[] {
  const chair = facts.round.panel?.chair;
  const council = judges.map((id) => ({
    name: nameOf(facts, id),
    role: id === chair ? wording.chair : wording.member,
    isAbsent: absent.includes(id),
  }));
  const there = [
    ...council.filter(({ isAbsent }) => !isAbsent),
    { name: secretary, role: wording.secretary },
    ...guests.map((name) => ({ name, role: words.guest })),
  ];
  return [
    ...there.map(({ name, role }, at) => words.person(at + 1, name, role)),
    ...council.filter(({ isAbsent }) => isAbsent).map(({ name, role }) => words.absent(name, role)),
  ];
}

function tablesOf(facts: PaperFacts): MinutesModel['tables'] {
  const { plan, outcome } = facts;
  const named = entryNames(facts.tasks);
  const prizesOf = (code: string) =>
    (outcome.allocation?.awards ?? [])
      .filter(({ entryId }) => named(entryId).code === code)
      .map(({ prizeId, joint }) => {
        const prize = plan.prizes.find(({ id }) => id === prizeId)?.name.vi ?? prizeId;
        return joint ? wording.decision.joint(prize) : prize;
      });
  const { noScore } = wording.tally;
  return tallyOf(facts).tables.map(({ track, components, rows }) => ({
    track,
    hasComponents: components.length > 0,
    rows: rows.map(({ entry, rank, mean = noScore, score = noScore, advances, ...row }) => ({
      rank: rank === undefined ? noScore : String(rank),
      code: entry.code,
      title: entry.title,
      applicantName: entry.applicantName,
      mean,
      components: componentTexts(components, row),
      score,
      outcome: [...prizesOf(entry.code), ...(advances ? [wording.tally.advances] : [])].join('; '),
    })),
  }));
}
