import type { LocalDateTime } from '../contest/local-date.ts';
import { tiesLeft } from '../contest/tie-ruling.ts';
import { entryNames, judgesOf, nameOf, type PaperFacts } from './paper-facts.ts';
import { tallyOf } from './tally-model.ts';
import { wording } from './wording.ts';
import { momentInWords, withComma } from './written-forms.ts';

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
    readonly rows: readonly ResultRow[];
  }[];
  /** Flags, ties and struck sheets, each with what was decided. */
  readonly matters: readonly string[];
  readonly closing: string;
}

export interface ResultRow {
  readonly rank: string;
  readonly code: string;
  readonly title: string;
  readonly applicantName: string;
  readonly mean: string;
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
    matters: [...flagLines(facts), ...tieLines(facts), ...uncountedLines(facts)],
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
  const prizes = new Map(
    (outcome.allocation?.awards ?? []).map(({ entryId, prizeId, joint }) => {
      const prize = plan.prizes.find(({ id }) => id === prizeId)?.name.vi ?? prizeId;
      return [named(entryId).code, joint ? wording.decision.joint(prize) : prize];
    }),
  );
  return tallyOf(facts).tables.map(({ track, rows }) => ({
    track,
    rows: rows.map(({ entry, rank, mean = wording.tally.noScore, advances }) => ({
      rank: rank === undefined ? wording.tally.noScore : String(rank),
      code: entry.code,
      title: entry.title,
      applicantName: entry.applicantName,
      mean,
      outcome: prizes.get(entry.code) ?? (advances ? wording.tally.advances : ''),
    })),
  }));
}

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
      const text = because === 'recused' ? words.struck : words.uncounted;
      return text(named(entryId).code, nameOf(facts, judgeId));
    });
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
