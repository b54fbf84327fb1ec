/** The parts of what an act was done to, by the kind of thing, in the order its name has them after the edition. */
const partsOf = {
  approval: ['roundId'],
  comment: ['roundId', 'entryId', 'judgeId'],
  comments: ['roundId'],
  components: ['roundId', 'entryId'],
  declaration: ['entryId', 'judgeId'],
  document: ['entryId', 'documentId'],
  edition: [],
  entry: ['entryId'],
  export: ['exportId'],
  flag: ['roundId', 'entryId'],
  invitation: ['invitationId'],
  'late-admission': ['admissionId'],
  mail: ['mailId'],
  mails: [],
  member: ['personId'],
  paper: ['paperId'],
  result: [],
  round: ['roundId'],
  screenings: [],
  sheet: ['roundId', 'entryId', 'judgeId'],
} as const satisfies { readonly [kind: string]: readonly string[] };

export type SubjectKind = keyof typeof partsOf;

/** A part that a page may link to or name. */
type SubjectPart = 'roundId' | 'entryId' | 'judgeId' | 'mailId' | 'personId';

/** What an act was done to. */
type AuditSubject = { readonly [part in SubjectPart]?: string } & {
  /** Of a kind that nobody foresaw: `other`. */
  readonly kind: SubjectKind | 'other';
  /** `entry/<entryId>`: as it is recorded, less its edition. */
  readonly name: string;
};

const isKind = (text: string): text is SubjectKind => Object.hasOwn(partsOf, text);

const told: ReadonlySet<string> = new Set([
  'roundId',
  'entryId',
  'judgeId',
  'mailId',
  'personId',
] satisfies SubjectPart[]);

/** Every kind of thing that acts are recorded of. */
export const subjectKinds = Object.keys(partsOf).filter(isKind);

/** What `entry/<editionId>/<entryId>` and the like name. */
export function subjectOf(recorded: string): AuditSubject {
  const [kind = '', , ...values] = recorded.split('/');
  const name = [kind, ...values].join('/');
  if (!isKind(kind)) return { kind: 'other', name };
  const parts = partsOf[kind].flatMap((part, at) => {
    const value = values[at];
    return told.has(part) && value !== undefined ? [[part, value] as const] : [];
  });
  return { kind, name, ...Object.fromEntries(parts) };
}

/** As it is recorded: the opposite of `subjectOf(…).name`. */
export function recordedSubject(name: string, editionId: string): string {
  const [kind = '', ...values] = name.split('/');
  return [kind, editionId, ...values].join('/');
}

/** Kinds that tell how an entry was judged: who is close to the entry reads nothing of them. */
const judged: ReadonlySet<string> = new Set<SubjectKind>([
  'comment',
  'components',
  'flag',
  'sheet',
]);

/** The entry whose judging a record is of, if it is of any. */
export const judgedEntry = ({ kind, entryId }: AuditSubject): string | undefined =>
  judged.has(kind) ? entryId : undefined;
