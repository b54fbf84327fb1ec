import { describe, expect, it } from 'vitest';
import { routes } from '../../lib/contract/routes.ts';
import { type Canary, canariesIn } from '../support/canaries.ts';
import {
  finalStage,
  frozenStage,
  type Operation,
  openStage,
  type Stage,
  scoringStage,
} from '../support/matrix-calls.ts';
import { componentStage, planWithComponents } from '../support/matrix-components.ts';
import { decidingStage, planWithVotes } from '../support/matrix-deciding.ts';
import { planWithRulings, rulingStage } from '../support/matrix-rulings.ts';
import { pitchStage, planWithPitches } from '../support/matrix-stage.ts';
import { openWorld, type World, type WorldOptions } from '../support/world.ts';
import type { Caller, Person } from '../support/world-callers.ts';
import { people } from '../support/world-people.ts';

/** The columns of the table. */
const principals: readonly (readonly [string, Person | undefined])[] = [
  ['anonymous', undefined],
  ['owner of the entry', people.applicant1],
  ['editor of the entry', people.editor],
  ['viewer of the entry', people.viewer],
  ['another applicant', people.applicant2],
  ['assigned judge', people.judge1],
  ['unassigned judge', people.judge2],
  ['conflicted judge', people.judge3],
  ['secretary', people.secretary],
  ['organiser', people.organiserA],
  ['organiser of another edition', people.organiserElsewhere],
  ['administrator without a role', people.administrator],
  ['revoked secretary', people.revoked],
];

/** Who may do what, and which planted secrets the successful answers show. Statuses of refusals; `ok` is the route's success. */
const table: Record<Operation, readonly [outcomes: string, ...shown: Canary[]]> = {
  //                  anon own  edi  vie  oth  asg  una  con  sec  org  else adm  rev
  listEditions: /*  */ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  getEdition: /*    */ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  listProvinces: /* */ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  listCommunes: /*  */ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  getMe: /*         */ ['401 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok', 'title'],
  createEdition: /* */ ['401 403 403 403 403 403 403 403 403 ok  ok  ok  403'],
  cloneEdition: /*  */ ['401 403 403 403 403 403 403 403 403 ok  ok  ok  403'],
  listPlanVersions: /**/ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  getPlanVersion: /**/ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  listPeople: /*    */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  invitePerson: /*  */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  createEntry: /*   */ ['401 ok  ok  ok  ok  403 403 403 403 403 ok  ok  403'],
  listEntries: /*   */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403', 'title', 'name'],
  countEntries: /*  */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  getEntryHistory: /**/ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  listAuditTrail: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  exportEntries: /**/ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  getEntry: [
    '401 ok  ok  ok  404 404 404 404 ok  ok  404 404 404',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  editEntry: [
    '401 ok  ok  403 404 404 404 404 404 404 404 404 404',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  requestUpload: /* */ ['401 ok  ok  403 404 404 404 404 404 404 404 404 404'],
  confirmDocument: /**/ ['401 ok  ok  403 404 404 404 404 404 404 404 404 404'],
  linkDocument: /*  */ ['401 ok  ok  ok  404 404 404 404 ok  ok  404 404 404'],
  submitEntry: /*   */ ['401 ok  ok  403 404 404 404 404 404 404 404 404 404'],
  getReceipt: /*    */ ['401 ok  ok  ok  404 404 404 404 ok  ok  404 404 404'],
  checkReceipt: /*  */ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  getSigningKey: /* */ ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  listTeam: /*      */ ['401 ok  ok  ok  404 404 404 404 ok  ok  404 404 404', 'member'],
  inviteTeammate: /**/ ['401 ok  403 403 404 404 404 404 404 404 404 404 404'],
  withdrawTeamInvitation: ['401 ok  403 403 404 404 404 404 404 404 404 404 404'],
  acceptTeamInvitation: ['401 404 404 404 ok  404 404 404 404 404 404 404 404'],
  declineTeamInvitation: ['401 404 404 404 ok  404 404 404 404 404 404 404 404'],
  changeTeammate: /**/ ['401 ok  403 403 404 404 404 404 404 404 404 404 404'],
  removeTeammate: /**/ ['401 ok  403 ok  404 404 404 404 404 404 404 404 404'],
  handOverLead: /*  */ ['401 ok  403 403 404 404 404 404 404 404 404 404 404', 'member'],
  removeDocument: /**/ ['401 ok  ok  403 404 404 404 404 404 404 404 404 404'],
  listConsents: /*  */ ['401 ok  ok  ok  404 404 404 404 ok  ok  404 404 404'],
  withdrawConsent: [
    '401 ok  403 403 404 404 404 404 404 404 404 404 404',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  withdrawEntry: [
    '401 ok  403 403 404 404 404 404 404 404 404 404 404',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  changePlan: /*    */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  revokePerson: /*  */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getOwnDetails: /* */ ['401 403 403 403 403 ok  ok  ok  ok  ok  403 403 403'],
  saveOwnDetails: /**/ ['401 403 403 403 403 ok  ok  ok  ok  ok  403 403 403'],
  acceptInvitation: ['401 404 404 404 404 404 404 404 404 404 404 404 ok'],
  listInvitations: /**/ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  declineInvitation: ['401 404 404 404 ok  404 404 404 404 404 404 404 404'],
  cancelInvitation: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  signConfidentiality: ['401 403 403 403 403 ok  ok  ok  403 403 403 403 403'],
  requestSupplement: [
    '401 403 403 403 403 403 403 403 ok  ok  403 403 403',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  withdrawSupplement: [
    '401 403 403 403 403 403 403 403 ok  ok  403 403 403',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  admitLateEntry: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  admitLateApplicant: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getScreening: /*  */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  screenEntries: /* */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  screenEntry: [
    '401 403 403 403 403 403 403 403 ok  ok  403 403 403',
    ...([
      'title',
      'name',
      'member',
      'summary',
      'publicSummary',
      'phone',
      'taxCode',
      'address',
    ] as const),
  ],
  listMails: /*     */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  getMail: /*       */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403', 'title'],
  resendMail: /*    */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403', 'title'],
  changeMail: /*    */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  releaseMails: /*  */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  cancelMails: /*   */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  setPanel: /*      */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  replaceInPanel: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  proposeAssignment: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  assignEntries: /* */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  takeBackEntries: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  openRound: /*     */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getRound: /*      */ ['401 403 403 403 403 ok  ok  ok  ok  ok  403 403 403'],
  getProgress: /*   */ ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  listEntryProgress: ['401 403 403 403 403 403 403 403 ok  ok  403 403 403'],
  listAssignments: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  remindJudges: /*  */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listQueue: /*     */ [
    '401 403 403 403 403 ok  ok  ok  403 403 403 403 403',
    'title',
    'name',
    'member',
  ],
  getJudgedEntry: [
    '401 403 403 403 403 ok  404 403 403 403 403 403 403',
    ...(['title', 'name', 'member', 'summary', 'publicSummary'] as const),
  ],
  linkJudgedDocument: ['401 403 403 403 403 ok  404 403 403 403 403 403 403'],
  getScoreSheet: [
    '401 403 403 403 403 ok  404 403 403 403 403 403 403',
    'points',
    'comment',
    'note',
  ],
  saveScoreSheet: [
    '401 403 403 403 403 ok  404 403 403 403 403 403 403',
    'points',
    'comment',
    'note',
  ],
  submitScoreSheet: [
    '401 403 403 403 403 ok  404 403 403 403 403 403 403',
    'points',
    'comment',
    'note',
  ],
  declareConflict: /**/ ['401 403 403 403 403 ok  404 ok  403 403 403 403 403'],
  reopenSheet: /*   */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listSheetRevisions: ['401 403 403 403 403 ok  404 403 403 403 403 403 403', 'points'],
  listJudgeSheetRevisions: ['401 403 403 403 403 403 403 403 403 ok  403 403 403', 'points'],
  extendRound: /*   */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  // The reason of the declaration that stands is a judge's own word.
  recordConflict: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403', 'note'],
  closeRound: /*    */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listFlags: /*     */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  resolveFlag: /*   */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listTies: /*      */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  decideTie: /*     */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  drawLot: /*       */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  recordDecision: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  countVotes: /*    */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listDecisions: /* */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getDerivation: /* */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403', 'title'],
  getDeliberation: [
    '401 403 403 403 403 ok  403 403 403 ok  403 403 403',
    ...(['title', 'points', 'comment', 'note'] as const),
  ],
  drawRunningOrder: ['401 403 403 403 403 403 403 403 403 ok  403 403 403', 'title'],
  moveOn: /*        */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403', 'title'],
  getStage: /*      */ ['401 403 403 403 403 ok  ok  ok  403 ok  403 403 403', 'title'],
  giveComponents: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  giveManyComponents: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listComponents: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  listComponentRevisions: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getConflictEffect: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  makePaper: /*     */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  exportScores: /*  */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  previewRanking: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  approveRanking: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  recordMinutes: /* */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getPublication: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  cancelPublication: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  //                  anon own  edi  vie  oth  asg  una  con  sec  org  else adm  rev
  getFeedback: /*   */ ['401 ok  404 404 404 404 404 404 404 404 404 404 404'],
  listComments: /*  */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  moderateComment: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  releaseComments: /**/ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  publishResult: [
    '401 403 403 403 403 403 403 403 403 ok  403 403 403',
    ...(['title', 'name', 'publicSummary'] as const),
  ],
  getResult: [
    'ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok',
    ...(['title', 'name', 'publicSummary'] as const),
  ],
  getResultVersion: [
    'ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok',
    ...(['title', 'name', 'publicSummary'] as const),
  ],
  showAnnouncement: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  getAnnouncement: ['ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok'],
  correctResult: [
    '401 403 403 403 403 403 403 403 403 ok  403 403 403',
    ...(['title', 'name', 'publicSummary'] as const),
  ],
  issueCertificates: [
    '401 403 403 403 403 403 403 403 403 ok  403 403 403',
    ...(['title', 'name', 'member'] as const),
  ],
  listCertificates: [
    '401 403 403 403 403 403 403 403 ok  ok  403 403 403',
    ...(['title', 'name', 'member'] as const),
  ],
  getCertificate: [
    '401 ok  404 404 404 404 404 404 404 ok  404 404 404',
    ...(['title', 'name', 'member'] as const),
  ],
  checkCertificate: [
    'ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok',
    ...(['title', 'name', 'member'] as const),
  ],
  revokeCertificate: [
    '401 403 403 403 403 403 403 403 403 ok  403 403 403',
    ...(['title', 'name', 'member'] as const),
  ],
  retractResult: /* */ ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
  confirmRetraction: ['401 403 403 403 403 403 403 403 403 ok  403 403 403'],
};

/** Done by another organiser than the one who approved or proposed it. */
const bySecondPerson: ReadonlySet<string> = new Set([
  'publishResult',
  'correctResult',
  'confirmRetraction',
]);

const outcomesOf = (operation: Operation): string[] => table[operation][0].split(/ +/u);

/** Everything stored, to the byte. */
function stored({ table: { database } }: World): string {
  const read = (name: string) => database.prepare(`SELECT body FROM ${name} ORDER BY pk, sk`).all();
  return JSON.stringify([read('main'), read('ledger')]);
}

const called = async (by: Caller, operation: Operation, said: object) => {
  const { status, text } = await by.call(routes[operation], said);
  return { text, outcome: status === routes[operation].success ? 'ok' : String(status) };
};

const stages: readonly {
  readonly when: string;
  readonly openStageOf: (world: World) => Promise<Stage>;
  readonly options?: WorldOptions;
}[] = [
  { when: 'before the deadline', openStageOf: openStage },
  { when: 'after the freeze', openStageOf: frozenStage },
  { when: 'while judges score', openStageOf: scoringStage },
  {
    when: 'while people decide about a closed round',
    openStageOf: rulingStage,
    options: { plan: planWithRulings },
  },
  {
    when: 'while entries pitch',
    openStageOf: pitchStage,
    options: { plan: planWithPitches },
  },
  {
    when: 'while organisers decide about prizes',
    openStageOf: decidingStage,
    options: { plan: planWithVotes },
  },
  {
    when: 'while the organisers give components',
    openStageOf: componentStage,
    options: { plan: planWithComponents },
  },
  { when: 'after the final', openStageOf: finalStage },
];

const covered = new Set<string>();

describe.each(stages)('$when', ({ openStageOf, options = {} }) => {
  it('everybody can do what the table says, sees what is theirs, and nothing else', async () => {
    await using world = await openWorld(options);
    const { calls } = await openStageOf(world);
    const rows = Object.entries(calls) as [Operation, NonNullable<(typeof calls)[Operation]>][];
    const callerOf = (person: Person | undefined) => (person ? world.as(person) : world.anonymous);
    const seen: { [operation: string]: string[] } = {};
    const shown: { [operation: string]: Set<Canary> } = {};

    const before = stored(world);
    const leaks: string[] = [];
    for (const [operation, saying] of rows) {
      covered.add(operation);
      seen[operation] = outcomesOf(operation);
      for (const [index, [name, person]] of principals.entries()) {
        if (outcomesOf(operation)[index] === 'ok') continue;
        const { text, outcome } = await called(callerOf(person), operation, await saying(person));
        seen[operation][index] = outcome;
        if (canariesIn(text).length > 0) leaks.push(`${operation} ${name}: ${canariesIn(text)}`);
      }
    }
    expect(seen).toEqual(Object.fromEntries(rows.map(([name]) => [name, outcomesOf(name)])));
    expect(leaks).toEqual([]);
    expect(stored(world) === before, 'a refused call wrote something').toBe(true);

    for (const [operation, saying] of rows) {
      shown[operation] = new Set();
      for (const [index, [, person]] of principals.entries()) {
        if (outcomesOf(operation)[index] !== 'ok') continue;
        const by = bySecondPerson.has(operation) ? people.organiserB : person;
        const { text, outcome } = await called(callerOf(by), operation, await saying(by));
        seen[operation]![index] = outcome === 'ok' ? outcome : text;
        for (const canary of canariesIn(text)) shown[operation].add(canary);
      }
    }
    expect(seen).toEqual(Object.fromEntries(rows.map(([name]) => [name, outcomesOf(name)])));
    expect(
      Object.fromEntries(Object.entries(shown).map(([name, some]) => [name, [...some].sort()])),
    ).toEqual(Object.fromEntries(rows.map(([name]) => [name, table[name].slice(1).sort()])));
    expect(canariesIn(world.lines.join('\n'))).toEqual([]);
  });
});

it('covers every route of the route table, and each row lets somebody in', () => {
  const names = Object.keys(routes).sort();
  expect(Object.keys(table).sort()).toEqual(names);
  expect([...covered].sort()).toEqual(names);
  expect(names.filter((name) => !outcomesOf(name as Operation).includes('ok'))).toEqual([]);
  const columns = new Set(names.map((name) => outcomesOf(name as Operation).length));
  expect([...columns]).toEqual([principals.length]);
});
