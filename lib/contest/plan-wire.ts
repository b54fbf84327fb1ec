import type { MailPlan } from './mail-plan.ts';
import type { Limits, Plan, Question, RoundPlan } from './plan.ts';
import { formatPoints } from './points.ts';
import { hundredths, rubricFromWire, rubricToWire, type WireRubric } from './rubric-wire.ts';

/** Plain JSON arrays and objects, as a parser makes them and as a reply is made of. */
type Plain<T> = T extends readonly (infer Element)[]
  ? Plain<Element>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

/** A round as it is written; `scale` is a decimal string too. */
export type WireRound = Plain<Omit<RoundPlan, 'rubrics' | 'scale'>> & {
  scale?: string;
  rubrics: { tracks?: string[]; rubric: WireRubric }[];
};

/** A plan as files, bodies and replies write it: every number of points is a decimal string. */
export type WirePlan = Plain<Omit<Plan, 'rounds'>> & { rounds: WireRound[] };

const tracksToWire = (tracks: readonly string[] | undefined) =>
  tracks === undefined ? {} : { tracks: [...tracks] };

const limitsToWire = ({ unique, ...limits }: Limits) => ({
  ...limits,
  ...(unique === undefined ? {} : { unique: [...unique] }),
});

const mailToWire = ({ review, remindDaysBefore, remindJudgesDaysBefore }: MailPlan) => ({
  review: [...review],
  remindDaysBefore: [...remindDaysBefore],
  ...(remindJudgesDaysBefore === undefined
    ? {}
    : { remindJudgesDaysBefore: [...remindJudgesDaysBefore] }),
});

const questionToWire = ({ options, when, tracks, ...question }: Question) => ({
  ...question,
  ...(options === undefined ? {} : { options: [...options] }),
  ...(when === undefined ? {} : { when: { ...when, is: [...when.is] } }),
  ...tracksToWire(tracks),
});

const roundToWire = ({ scale, ...round }: RoundPlan): WireRound => ({
  ...round,
  ...(scale === undefined ? {} : { scale: formatPoints(scale) }),
  rubrics: round.rubrics.map((held) => ({
    ...tracksToWire(held.tracks),
    rubric: rubricToWire(held.rubric),
  })),
  rules: { ...round.rules, tieBreak: round.rules.tieBreak.map((step) => ({ ...step })) },
});

/** The plan behind its written form. Throws RangeError where a number of points is none: parse by the schema first. */
export const planFromWire = (wire: WirePlan): Plan => ({
  ...wire,
  rounds: wire.rounds.map(({ scale, ...round }) => ({
    ...round,
    ...(scale === undefined ? {} : { scale: hundredths(scale) }),
    rubrics: round.rubrics.map((held) => ({ ...held, rubric: rubricFromWire(held.rubric) })),
  })),
});

/** The plan as it is written, in arrays of its own. `planFromWire` of it is the same plan. */
export const planToWire = (plan: Plan): WirePlan => ({
  ...plan,
  tracks: [...plan.tracks],
  fields: [...plan.fields],
  applicantKinds: [...plan.applicantKinds],
  limits: limitsToWire(plan.limits),
  questions: plan.questions.map(questionToWire),
  documents: plan.documents.map(({ tracks, linkHosts, ...document }) => ({
    ...document,
    contentTypes: [...document.contentTypes],
    ...(linkHosts === undefined ? {} : { linkHosts: [...linkHosts] }),
    ...tracksToWire(tracks),
  })),
  screening: { ...plan.screening, reasons: [...plan.screening.reasons] },
  mail: mailToWire(plan.mail),
  consents: [...plan.consents],
  rounds: plan.rounds.map(roundToWire),
  prizes: [...plan.prizes],
});
