import type { Plan } from './plan.ts';
import type { Rubric } from './rubric.ts';

/** A name in a plan and where it stands. */
export type Named = { readonly pointer: string; readonly name: string };

/** The names of a list; `pointer` is the list's, `field` that of the name in a member, where it is not the member itself. */
const named = (list: readonly string[], pointer: string, field?: string): Named[] =>
  list.map((name, at) => ({
    pointer: `${pointer}/${at}${field === undefined ? '' : `/${field}`}`,
    name,
  }));

const ids = (list: readonly { readonly id: string }[], pointer: string): Named[] =>
  named(
    list.map(({ id }) => id),
    pointer,
    'id',
  );

/** The tracks that parts of the plan are limited to. */
export const trackLists = (plan: Plan): Named[][] => [
  ...plan.documents.map(({ tracks = [] }, at) => named(tracks, `/documents/${at}/tracks`)),
  ...plan.questions.map(({ tracks = [] }, at) => named(tracks, `/questions/${at}/tracks`)),
  ...plan.rounds.flatMap(({ rubrics }, round) =>
    rubrics.map(({ tracks = [] }, at) => named(tracks, `/rounds/${round}/rubrics/${at}/tracks`)),
  ),
];

const documentLists = ({ documents }: Plan): Named[][] => [
  named(
    documents.map(({ kind }) => kind),
    '/documents',
    'kind',
  ),
  ...documents.flatMap(({ contentTypes, linkHosts = [] }, at) => [
    named(contentTypes, `/documents/${at}/contentTypes`),
    named(linkHosts, `/documents/${at}/linkHosts`),
  ]),
];

const questionLists = ({ questions }: Plan): Named[][] => [
  ids(questions, '/questions'),
  ...questions.flatMap(({ options = [], when }, at) => [
    ids(options, `/questions/${at}/options`),
    named(when?.is ?? [], `/questions/${at}/when/is`),
  ]),
];

/** Marks, means and steps of the tie-break name criteria, their parts and components alike. */
const rubricList = ({ criteria, given = [], vote }: Rubric, pointer: string): Named[] => [
  ...ids(criteria, `${pointer}/criteria`),
  ...criteria.flatMap(({ parts = [] }, at) => ids(parts, `${pointer}/criteria/${at}/parts`)),
  ...ids(given, `${pointer}/given`),
  ...(vote === undefined ? [] : [{ pointer: `${pointer}/vote/id`, name: vote.id }]),
];

const roundLists = ({ rounds }: Plan): Named[][] => [
  ids(rounds, '/rounds'),
  ...rounds.flatMap(({ rubrics }, round) =>
    rubrics.map(({ rubric }, at) => rubricList(rubric, `/rounds/${round}/rubrics/${at}/rubric`)),
  ),
];

/** Lists whose members must differ, each member with the place of its name. */
export const distinctLists = (plan: Plan): Named[][] => [
  ids(plan.tracks, '/tracks'),
  ids(plan.fields, '/fields'),
  named(plan.applicantKinds, '/applicantKinds'),
  named(plan.limits.unique ?? [], '/limits/unique'),
  ...questionLists(plan),
  ...documentLists(plan),
  ...trackLists(plan),
  named(
    plan.consents.map(({ purpose }) => purpose),
    '/consents',
    'purpose',
  ),
  ids(plan.screening.reasons, '/screening/reasons'),
  named(plan.mail.review, '/mail/review'),
  named(plan.mail.remindDaysBefore.map(String), '/mail/remindDaysBefore'),
  named((plan.mail.remindJudgesDaysBefore ?? []).map(String), '/mail/remindJudgesDaysBefore'),
  ...roundLists(plan),
  ids(plan.prizes, '/prizes'),
];
