import { mostBytesHeld } from './file-limits.ts';
import { type DocumentRequirement, documentsFor, type Plan } from './plan.ts';
import { planDateProblems } from './plan-date-problems.ts';
import { planFormProblems } from './plan-form-problems.ts';
import { distinctLists, type Named, trackLists } from './plan-lists.ts';
import { planRoundProblems } from './plan-round-problems.ts';
import type { FieldError } from './refusal.ts';

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

/** A file larger than the inspection can look at would be refused whenever it came. */
const inspectionProblems = (
  { contentTypes, maxBytes }: DocumentRequirement,
  at: number,
): FieldError[] => {
  const isHeld = contentTypes.some((type) => type !== 'video/mp4');
  return isHeld && maxBytes > mostBytesHeld
    ? [{ pointer: `/documents/${at}/maxBytes`, code: 'above-maximum', limit: mostBytesHeld }]
    : [];
};

/** What must be handed in must fit into what may be: files where no link can stand for them, and two people of a team. */
const limitProblems = (plan: Plan): FieldError[] => {
  const { filesPerEntry, bytesPerEntry, teamSize } = plan.limits;
  const required = plan.tracks.map(
    ({ id }) =>
      documentsFor(plan, id).filter((one) => one.required && one.linkHosts === undefined).length,
  );
  const fewest = Math.max(0, ...required);
  return [
    ...plan.documents.flatMap(inspectionProblems),
    ...plan.documents.flatMap(({ maxBytes }, at) =>
      maxBytes > bytesPerEntry
        ? [{ pointer: `/documents/${at}/maxBytes`, code: 'above-maximum', limit: bytesPerEntry }]
        : [],
    ),
    ...(fewest > filesPerEntry
      ? [{ pointer: '/limits/filesPerEntry', code: 'below-minimum', limit: fewest }]
      : []),
    ...(plan.applicantKinds.includes('team') && teamSize < 2
      ? [{ pointer: '/limits/teamSize', code: 'below-minimum', limit: 2 }]
      : []),
  ];
};

/** A document that can be handed in neither as a file nor as a link; a refusal at screening that could name no reason. */
const emptyListProblems = ({ documents, screening }: Plan): FieldError[] => [
  ...documents.flatMap(({ contentTypes, linkHosts }, at) =>
    contentTypes.length === 0 && linkHosts === undefined
      ? [{ pointer: `/documents/${at}/contentTypes`, code: 'required' }]
      : [],
  ),
  ...(screening.reasons.length === 0
    ? [{ pointer: '/screening/reasons', code: 'below-minimum', limit: 1 }]
    : []),
];

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
 * the written form. Codes: repeated (an id given before), unknown-reference, above-maximum, below-minimum, required, and
 * those of `planDateProblems`, `planFormProblems` and `planRoundProblems`. Empty: an edition can be run by it.
 */
export const planProblems = (plan: Plan): FieldError[] => [
  ...planDateProblems(plan),
  ...distinctLists(plan).flatMap(repeated),
  ...referenceProblems(plan),
  ...limitProblems(plan),
  ...emptyListProblems(plan),
  ...planFormProblems(plan),
  ...prizeProblems(plan),
  ...planRoundProblems(plan),
];
