import type { LocalDate } from '../contest/local-date.ts';
import { localDateAt } from '../contest/local-time.ts';
import { dongInWords } from './number-words.ts';
import { entryNames, type NamedEntry, type PaperFacts, stampOf } from './paper-facts.ts';
import { wording } from './wording.ts';
import { dateInWords, openDate, twoDigits, withDots } from './written-forms.ts';

const words = wording.decision;

/** What the office says about the decision it drafts. */
export interface DecisionRequest {
  /** `ỦY BAN NHÂN DÂN TỈNH KON TUM`. */
  readonly issuer: string;
  readonly superior?: string;
  /** In whose name it is made, as the line above the grounds: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KON TUM`. */
  readonly decidedBy: string;
  /** `QĐ-UBND`. */
  readonly symbol: string;
  readonly place: string;
  readonly issuedOn?: LocalDate;
  /** Laws and decisions it stands on, before those the system knows. */
  readonly grounds?: readonly string[];
  readonly responsible?: string;
  readonly recipients?: readonly string[];
  readonly signer: {
    /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`: by what authority, one line each. */
    readonly authority?: readonly { readonly form: string; readonly of: string }[];
    readonly position: string;
    readonly name?: string;
  };
}

/** The decision that recognises the result, as sentences and rows. */
export interface DecisionModel {
  readonly about: string;
  readonly placeAndDate: string;
  readonly date: string;
  /** Each with its semicolon, the last with a full stop. */
  readonly grounds: readonly string[];
  readonly recognise: string;
  readonly prizes: readonly string[];
  readonly total: string;
  readonly entrust: string;
  readonly inForce: string;
  readonly rows: readonly AwardRow[];
  readonly sum: number;
  readonly hasJoint: boolean;
  readonly recipients: readonly string[];
}

export interface AwardRow {
  readonly prize: string;
  readonly entry: NamedEntry;
  /** Absent where a joint prize is shared: how, the rules do not say. */
  readonly amount?: { readonly dong: string; readonly inWords: string };
}

/** The decision about the approved or proposed awards, with the sentences the wording has for it. */
export function decisionOf(facts: PaperFacts, said: DecisionRequest): DecisionModel {
  const { plan } = facts;
  const date = dateOf(facts, said);
  const rows = awardRows(facts);
  const entries = new Set(rows.map(({ row }) => row.entry.code));
  const sum = rows.reduce((total, { amountVnd }) => total + amountVnd, 0);
  const hasJoint = rows.some(({ row }) => row.amount === undefined);
  const total = hasJoint ? words.totalWithout : words.total;
  return {
    about: words.about(plan.name.vi),
    placeAndDate: wording.placeAndDate(said.place, date),
    date,
    grounds: groundsOf(facts, said),
    recognise: words.recognise(plan.name.vi, twoDigits(entries.size)),
    prizes: prizeLines(rows.map(({ row }) => row.prize)),
    total: total(withDots(sum), dongInWords(sum)),
    entrust: words.entrust(plan.organiser.vi),
    inForce: words.inForce(said.responsible ?? words.responsible(plan.organiser.vi)),
    rows: rows.map(({ row }) => row),
    sum,
    hasJoint,
    recipients: [words.asArticle, ...(said.recipients ?? []), words.archive],
  };
}

function dateOf(facts: PaperFacts, { issuedOn }: DecisionRequest): string {
  if (issuedOn !== undefined) return dateInWords(issuedOn);
  const { factsOf } = stampOf(facts);
  return openDate(localDateAt(factsOf, facts.plan.timeZone).slice(0, 4));
}

function groundsOf({ plan, roundPlan }: PaperFacts, { grounds = [] }: DecisionRequest): string[] {
  const { documentNumber, issuedOn } = plan.rules;
  const all = [
    ...grounds,
    words.rulesGround(documentNumber, dateInWords(issuedOn), plan.name.vi),
    words.resultGround(roundPlan.name.vi),
    words.proposal(plan.organiser.vi),
  ];
  return all.map((text, at) => {
    const bare = text.replace(/[\s.;,]+$/u, '');
    return `${bare}${at === all.length - 1 ? '.' : ';'}`;
  });
}

/** In the order of the plan's prizes, within one as the ranking has them. */
function awardRows({ plan, outcome, tasks }: PaperFacts) {
  const named = entryNames(tasks);
  const awards = outcome.allocation?.awards ?? [];
  return plan.prizes.flatMap(({ id, name, amountVnd }) =>
    awards
      .filter(({ prizeId }) => prizeId === id)
      .map(({ entryId, joint }): { readonly row: AwardRow; readonly amountVnd: number } => {
        const entry = named(entryId);
        if (joint) return { row: { prize: words.joint(name.vi), entry }, amountVnd: 0 };
        const amount = { dong: withDots(amountVnd), inWords: dongInWords(amountVnd) };
        return { row: { prize: name.vi, entry, amount }, amountVnd };
      }),
  );
}

function prizeLines(prizes: readonly string[]): string[] {
  const names = [...new Set(prizes)];
  return names.map((name, at) => {
    const count = twoDigits(prizes.filter((prize) => prize === name).length);
    return at === names.length - 1 ? words.lastPrize(count, name) : words.prize(count, name);
  });
}
