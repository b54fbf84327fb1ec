import { documentsFor, type Plan } from './plan.ts';
import { planDateProblems } from './plan-date-problems.ts';
import { planRoundProblems } from './plan-round-problems.ts';
import type { FieldError } from './refusal.ts';

type Named = { readonly pointer: string; readonly name: string };

const named = (list: readonly string[], pointerAt: (at: number) => string): Named[] =>
  list.map((name, at) => ({ pointer: pointerAt(at), name }));

/** Lists whose members must differ, each member with the place of its name. */
const distinctLists = (plan: Plan): Named[][] => [
  named(
    plan.tracks.map(({ id }) => id),
    (at) => `/tracks/${at}/id`,
  ),
  named(
    plan.fields.map(({ id }) => id),
    (at) => `/fields/${at}/id`,
  ),
  named(plan.applicantKinds, (at) => `/applicantKinds/${at}`),
  named(
    plan.documents.map(({ kind }) => kind),
    (at) => `/documents/${at}/kind`,
  ),
  ...plan.documents.map(({ contentTypes }, index) =>
    named(contentTypes, (at) => `/documents/${index}/contentTypes/${at}`),
  ),
  ...trackLists(plan),
  named(
    plan.consents.map(({ purpose }) => purpose),
    (at) => `/consents/${at}/purpose`,
  ),
  named(
    plan.rounds.map(({ id }) => id),
    (at) => `/rounds/${at}/id`,
  ),
  ...plan.rounds.flatMap(({ rubrics }, round) =>
    rubrics.map(({ rubric }, index) =>
      named(
        rubric.criteria.map(({ id }) => id),
        (at) => `/rounds/${round}/rubrics/${index}/rubric/criteria/${at}/id`,
      ),
    ),
  ),
  named(
    plan.prizes.map(({ id }) => id),
    (at) => `/prizes/${at}/id`,
  ),
];

const trackLists = (plan: Plan): Named[][] => [
  ...plan.documents.map(({ tracks = [] }, index) =>
    named(tracks, (at) => `/documents/${index}/tracks/${at}`),
  ),
  ...plan.rounds.flatMap(({ rubrics }, round) =>
    rubrics.map(({ tracks = [] }, index) =>
      named(tracks, (at) => `/rounds/${round}/rubrics/${index}/tracks/${at}`),
    ),
  ),
];

/** The first of equals is right, each further one is told. */
const repeated = (list: readonly Named[]): FieldError[] =>
  list
    .filter(({ name }, at) => list.findIndex((other) => other.name === name) < at)
    .map(({ pointer }) => ({ pointer, code: 'repeated' }));

const referenceProblems = (plan: Plan): FieldError[] => {
  const known = new Set(plan.tracks.map(({ id }) => id));
  const ofPrizes = plan.prizes.flatMap(({ track }, at) =>
    track === undefined ? [] : [{ pointer: `/prizes/${at}/track`, name: track }],
  );
  return [...trackLists(plan).flat(), ...ofPrizes]
    .filter(({ name }) => !known.has(name))
    .map(({ pointer }) => ({ pointer, code: 'unknown-reference' }));
};

/** What must be handed in must fit into what may be. */
const limitProblems = (plan: Plan): FieldError[] => {
  const { filesPerEntry, bytesPerEntry } = plan.limits;
  const required = plan.tracks.map(
    ({ id }) => documentsFor(plan, id).filter((document) => document.required).length,
  );
  const fewest = Math.max(0, ...required);
  const tooLarge = plan.documents.flatMap(({ maxBytes }, at) =>
    maxBytes > bytesPerEntry
      ? [{ pointer: `/documents/${at}/maxBytes`, code: 'above-maximum', limit: bytesPerEntry }]
      : [],
  );
  return fewest > filesPerEntry
    ? [...tooLarge, { pointer: '/limits/filesPerEntry', code: 'below-minimum', limit: fewest }]
    : tooLarge;
};

const isCount = (value: number, minimum: number): boolean =>
  Number.isSafeInteger(value) && value >= minimum;

const prizeProblems = ({ prizes }: Plan): FieldError[] =>
  prizes.flatMap(({ quantity, amountVnd }, at) => [
    ...(isCount(quantity, 1)
      ? []
      : [{ pointer: `/prizes/${at}/quantity`, code: 'below-minimum', limit: 1 }]),
    ...(isCount(amountVnd, 0)
      ? []
      : [{ pointer: `/prizes/${at}/amountVnd`, code: 'below-minimum', limit: 0 }]),
  ]);

/**
 * All that is wrong at once with a plan whose shape is right, each with its JSON pointer; the same pointers hold in
 * the written form. Codes: repeated (an id given before), unknown-reference, above-maximum, below-minimum, and those of
 * `planDateProblems` and `planRoundProblems`. Empty: an edition can be run by it.
 */
export const planProblems = (plan: Plan): FieldError[] => [
  ...planDateProblems(plan),
  ...distinctLists(plan).flatMap(repeated),
  ...referenceProblems(plan),
  ...limitProblems(plan),
  ...prizeProblems(plan),
  ...planRoundProblems(plan),
];
