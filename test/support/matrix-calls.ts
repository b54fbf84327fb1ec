import { randomUUID } from 'node:crypto';
import { routes } from '../../lib/contract/routes.ts';
import { canaries, canaryContent, canarySheet } from './canaries.ts';
import { exampleWirePlan } from './example-plan.ts';
import { minimalPdf } from './fixtures/pdf.ts';
import type { World } from './world.ts';
import type { Person, Said } from './world-callers.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  offerOf,
  screen,
  submittedEntry,
  uploadedDocument,
} from './world-entries.ts';
import {
  allPairs,
  askToSign,
  assign,
  declare,
  finalRound,
  firstRound,
  open,
  saveDraft,
} from './world-judging.ts';
import { heldMails } from './world-mails.ts';
import { people } from './world-people.ts';
import {
  certificateIn,
  closedFinal,
  decisionOf,
  digestIn,
  minutesOf,
  noCertificate,
  planPublication,
} from './world-results.ts';
import { invitedTo, joinTeam } from './world-teams.ts';

export type Operation = keyof typeof routes;

/** What a call says once it is its turn: the state before it, and who makes it. */
type Saying = (caller: Person | undefined) => Said | Promise<Said>;

/**
 * A world in one phase, and what each operation of that phase says in it; the calls that succeed are made in
 * this order, each finding what it needs.
 */
export interface Stage {
  readonly calls: Partial<Record<Operation, Saying>>;
}

const { applicant1, applicant2, editor, viewer, judge1, judge3, organiserA } = people;
const nothing: Saying = () => ({});
const wholeSheet = canarySheet();

/** Before the deadline: a submitted entry with a document, and somebody else's draft. */
export async function openStage(world: World): Promise<Stage> {
  const { entryId, documentId, receipt } = await submittedEntry(world, {
    content: canaryContent(),
  });
  const { code, submission, signature } = receipt;
  await joinBoth(world, entryId);
  // What an editor removes.
  const evidence = await uploadedDocument(world, entryId, { kind: 'minh-chung' });
  const offered = await invitedTo(world, entryId, applicant2);
  const led = await ledEntry(world);
  await draftEntry(world, applicant2, exampleContent(1));
  const declinable = await offeredPart(world, applicant2);
  await world.settle();
  // Later than the revocation, which takes back what was offered before it.
  world.at('2022-06-15T03:00:01.000Z');
  const { invitationId } = await world.as(organiserA).reply(routes.invitePerson, {
    body: { email: people.revoked.email, name: 'Mời lại', role: 'judge' },
  });
  const toDecline = await offeredRole(world, applicant2);
  const toCancel = await offeredRole(world, people.applicant3);
  const path = { entryId };
  const document = { path: { entryId, documentId } };
  const versionOf = async () =>
    (await world.as(applicant1).reply(routes.getEntry, { path })).version;
  return {
    calls: {
      listEditions: nothing,
      getEdition: nothing,
      listProvinces: nothing,
      listCommunes: () => ({ path: { provinceCode: '51' } }),
      getMe: nothing,
      createEdition: () => ({
        body: { editionId: `new-${randomUUID().slice(0, 8)}`, plan: exampleWirePlan() },
      }),
      cloneEdition: () => ({
        body: {
          editionId: `clone-${randomUUID().slice(0, 8)}`,
          name: exampleWirePlan().name,
          codePrefix: 'KT23',
          rules: { documentNumber: '50/QĐ-BTC', issuedOn: '2023-05-15' },
          submissionsCloseAt: '2023-07-31T17:00',
        },
      }),
      listPlanVersions: nothing,
      getPlanVersion: () => ({ path: { planVersion: '1' } }),
      listPeople: nothing,
      invitePerson: () => ({ body: { email: 'moi@example.vn', name: 'Khách', role: 'judge' } }),
      createEntry: (caller) => ({
        body: exampleContent(2, { title: `Ý tưởng của ${caller?.personId}` }),
      }),
      listEntries: nothing,
      countEntries: nothing,
      getEntryHistory: () => ({ path }),
      listAuditTrail: nothing,
      exportEntries: () => ({ body: {} }),
      getEntry: () => ({ path }),
      listConsents: () => ({ path }),
      withdrawConsent: () => ({ path: { ...path, purpose: 'cong-bo' } }),
      editEntry: async () => ({ path, body: canaryContent(), ifMatch: await versionOf() }),
      requestUpload: () => ({ path, body: offerOf(minimalPdf('Minh chung'), 'minh-chung') }),
      confirmDocument: () => document,
      linkDocument: () => document,
      submitEntry: () => ({ path, body: { acceptedPlanVersion: 1 } }),
      getReceipt: () => ({ path }),
      checkReceipt: () => ({ path: { code, submission: `${submission}` }, query: { signature } }),
      getSigningKey: nothing,
      listTeam: () => ({ path }),
      inviteTeammate: () => ({
        path: led.path,
        body: { email: 'ban@example.vn', name: 'Bạn', role: 'editor' },
      }),
      withdrawTeamInvitation: () => ({ path: { ...led.path, invitationId: led.invitationId } }),
      acceptTeamInvitation: () => ({ path: { ...path, invitationId: offered } }),
      declineTeamInvitation: () => ({ path: declinable }),
      changeTeammate: () => ({
        path: { ...led.path, personId: viewer.personId },
        body: { role: 'viewer' },
        ifMatch: 1,
      }),
      // The lead takes out who has just joined, a viewer leaves.
      removeTeammate: (caller) => ({
        path: { ...path, personId: (caller === applicant1 ? applicant2 : viewer).personId },
      }),
      handOverLead: () => ({ path: led.path, body: { personId: editor.personId } }),
      removeDocument: (caller) =>
        caller === editor ? { path: { entryId, documentId: evidence.documentId } } : document,
      withdrawEntry: () => ({ path }),
      changePlan: async () => ({
        body: { plan: exampleWirePlan(), reason: 'Đính chính', documentNumber: '80/QĐ-BTC' },
        ifMatch: (await world.anonymous.reply(routes.getEdition)).version,
      }),
      getOwnDetails: nothing,
      saveOwnDetails: () => ({ body: { organisation: 'Sở KH&CN' }, ifMatch: 1 }),
      revokePerson: () => ({ path: { personId: judge3.personId } }),
      listMails: nothing,
      getMail: () => ({ path: { mailId: `receipt-${entryId}-1` } }),
      resendMail: () => ({ path: { mailId: `receipt-${entryId}-1` } }),
      listInvitations: nothing,
      acceptInvitation: () => ({ path: { invitationId } }),
      declineInvitation: () => ({ path: { invitationId: toDecline } }),
      cancelInvitation: () => ({ path: { invitationId: toCancel } }),
    },
  };
}

/** A role that somebody was offered and has said nothing about. */
async function offeredRole(world: World, { email }: Person): Promise<string> {
  const body = { email, name: 'Khách', role: 'judge' };
  return (await world.as(organiserA).reply(routes.invitePerson, { body })).invitationId;
}

/** A part in the team of somebody else's entry. */
async function offeredPart(world: World, one: Person) {
  const lead = people.applicant3;
  const { entryId } = await draftEntry(world, lead, exampleContent(2, { title: 'Lời mời' }));
  return { entryId, invitationId: await invitedTo(world, entryId, one, { lead }) };
}

/** Both of the team beside the lead. */
async function joinBoth(world: World, entryId: string): Promise<void> {
  await joinTeam(world, entryId, editor);
  await joinTeam(world, entryId, viewer, { role: 'viewer' });
}

/** Another entry of the same team, to invite into and to hand over. */
async function ledEntry(world: World) {
  const content = { ...canaryContent(), title: `${canaries.title} khác` };
  const { entryId } = await draftEntry(world, applicant1, content);
  await joinBoth(world, entryId);
  return { path: { entryId }, invitationId: await invitedTo(world, entryId, applicant2) };
}

/** After the freeze, with an entry to screen. */
export async function frozenStage(world: World): Promise<Stage> {
  const entry = await submittedEntry(world, { content: canaryContent() });
  await joinBoth(world, entry.entryId);
  const title = `${canaries.title} thứ hai`;
  const second = await submittedEntry(world, { content: { ...canaryContent(), title } });
  const draft = await draftEntry(world, applicant2, exampleContent(1));
  await closeSubmissions(world);
  await askToSign(world);
  const { entryId } = entry;
  const path = { roundId: firstRound };
  const versionOf = async () =>
    (await world.as(organiserA).reply(routes.getRound, { path })).version;
  // One for each of the two who may ask for a supplement: there is but one at a time.
  const either: Saying = (caller) => ({
    path: { entryId: caller === organiserA ? second.entryId : entryId },
  });
  const exception = {
    closesAt: '2022-08-10T17:00',
    reason: 'Bão số 4',
    documentNumber: '95/QĐ-BTC',
  };
  const decision = { entryId, decision: 'eligible', reasons: [] };
  // One for each act of each of the two who may do it.
  const heldFor = (act: string, caller: Person | undefined) =>
    `screening-${act}-${caller?.personId ?? 'nobody'}`;
  const acting = [people.secretary, organiserA];
  const acts = ['change', 'release', 'cancel'];
  await heldMails(
    world,
    acting.flatMap((caller) => acts.map((act) => heldFor(act, caller))),
  );
  return {
    calls: {
      requestSupplement: async (caller) => ({
        ...(await either(caller)),
        body: {
          fields: ['summary'],
          documents: [],
          message: 'Bổ sung',
          closesAt: '2022-08-10T17:00',
        },
      }),
      withdrawSupplement: either,
      admitLateEntry: () => ({ path: { entryId: draft.entryId }, body: exception }),
      admitLateApplicant: () => ({ body: { email: 'muon@example.vn', ...exception } }),
      getScreening: () => ({ path: { entryId } }),
      screenEntries: () => ({ body: { dryRun: false, decisions: [decision] } }),
      screenEntry: () => ({ path: { entryId }, body: { decision: 'eligible', reasons: [] } }),
      changeMail: (caller) => ({
        path: { mailId: heldFor('change', caller) },
        body: { subject: 'Kết quả', text: 'Hồ sơ hợp lệ.' },
        ifMatch: 1,
      }),
      releaseMails: (caller) => ({
        body: { mailIds: [heldFor('release', caller)], dryRun: false },
      }),
      cancelMails: (caller) => ({
        body: { mailIds: [heldFor('cancel', caller)], reason: 'Nhầm' },
      }),
      signConfidentiality: () => ({ body: { acceptedPlanVersion: 2 } }),
      setPanel: async () => ({
        path,
        body: { judges: [judge1.personId, judge3.personId], chair: judge3.personId },
        ifMatch: await versionOf(),
      }),
      replaceInPanel: async () => ({
        path,
        body: { leaves: judge3.personId, joins: people.judge2.personId, reason: 'Ốm' },
        ifMatch: await versionOf(),
      }),
      proposeAssignment: () => ({ path, body: {} }),
      assignEntries: () => ({ path, body: { pairs: allPairs([entry], [judge1]) } }),
      openRound: () => ({ path }),
    },
  };
}

/** While judges score: judge 1 has begun, judge 3 has a conflict, judge 2 has no task. */
export async function scoringStage(world: World): Promise<Stage> {
  const entry = await submittedEntry(world, { content: canaryContent() });
  const { entryId, documentId } = entry;
  await joinBoth(world, entryId);
  await closeSubmissions(world);
  await screen(world, entryId);
  await assign(world, allPairs([entry], [judge1, judge3]));
  await declare(world, judge1, entryId);
  await declare(world, judge3, entryId, { conflict: true, reason: 'Họ hàng' });
  await open(world);
  await saveDraft(world, judge1, entryId, { body: wholeSheet });
  const round = { path: { roundId: firstRound } };
  const path = { roundId: firstRound, entryId };
  return {
    calls: {
      getRound: () => round,
      getProgress: () => round,
      listEntryProgress: () => round,
      listAssignments: () => round,
      remindJudges: () => ({ ...round, body: { dryRun: false } }),
      listQueue: nothing,
      getJudgedEntry: () => ({ path }),
      linkJudgedDocument: () => ({ path: { ...path, documentId } }),
      getScoreSheet: () => ({ path }),
      saveScoreSheet: () => ({ path, body: wholeSheet, ifMatch: 1 }),
      submitScoreSheet: () => ({ path, ifMatch: 2 }),
      reopenSheet: () => ({
        path: { ...path, judgeId: judge1.personId },
        body: { reason: 'Nhầm tiêu chí' },
      }),
      listSheetRevisions: () => ({ path }),
      declareConflict: (caller) => ({
        path,
        body: { conflict: caller === judge3, reason: 'CANARY ghi chú' },
      }),
      // Whoever may, takes the task of judge 1 back after all that is said of it.
      takeBackEntries: () => ({
        ...round,
        body: { pairs: allPairs([entry], [judge1]), reason: 'Ốm', strike: true },
      }),
      extendRound: () => ({
        ...round,
        body: { closesAt: '2022-08-28T17:00', reason: 'Bão số 4', documentNumber: '95/QĐ-BTC' },
      }),
      recordConflict: () => ({
        path: { ...path, judgeId: judge3.personId },
        body: { reason: 'Cùng góp vốn' },
      }),
      closeRound: () => ({ ...round, body: { acceptMissing: true, reason: 'Hết hạn' } }),
      listJudgeSheetRevisions: () => ({ path: { ...path, judgeId: judge1.personId } }),
    },
  };
}

/** After the final: closed, then approved, then published. */
export async function finalStage(world: World): Promise<Stage> {
  const contents = [canaryContent(), exampleContent(1)];
  const [entry, second] = await closedFinal(world, { contents, gap: 13 });
  const path = { roundId: finalRound };
  const digest = await digestIn(world, finalRound);
  const later = (resultVersion: number) => ({
    resultVersion,
    reason: 'Đính chính',
    decision: decisionOf(world),
  });
  return {
    calls: {
      exportScores: () => ({ path }),
      makePaper: () => ({ path, body: { kind: 'tally' } }),
      previewRanking: () => ({ path }),
      getConflictEffect: () => ({ path }),
      approveRanking: () => ({ path, body: { digest } }),
      recordMinutes: () => ({ path, body: minutesOf(world, digest) }),
      getPublication: nothing,
      cancelPublication: async (caller) => {
        if (caller === organiserA) await planPublication(world, digest, '2026-01-01T00:00:00.000Z');
        return {};
      },
      publishResult: () => ({ body: { digest, decision: decisionOf(world) } }),
      getResult: nothing,
      showAnnouncement: () => ({ body: { shown: 1 } }),
      getAnnouncement: nothing,
      getFeedback: () => ({ path: { entryId: entry!.entryId } }),
      listComments: () => ({ path }),
      moderateComment: () => ({
        path: { ...path, entryId: entry!.entryId, judgeId: judge1.personId },
        body: { decision: 'withheld', revision: 2, reason: 'Nêu tên người chấm' },
        ifMatch: 0,
      }),
      releaseComments: () => ({
        path,
        body: {
          comments: [{ entryId: second!.entryId, judgeId: judge1.personId, revision: 2 }],
        },
      }),
      issueCertificates: () => ({ body: { awards: 'all' } }),
      listCertificates: nothing,
      getCertificate: () => ({ path: { entryId: entry!.entryId, prizeId: 'nhat' } }),
      checkCertificate: async () => ({ path: { certificate: await certificateIn(world) } }),
      revokeCertificate: async (caller) => ({
        path: { certificate: caller === organiserA ? await certificateIn(world) : noCertificate },
        body: { reason: 'In nhầm', documentNumber: '98/QĐ-UBND' },
      }),
      getResultVersion: () => ({ path: { resultVersion: '1' } }),
      correctResult: () => ({ body: { ...later(1), digest } }),
      retractResult: () => ({ body: later(2) }),
      confirmRetraction: () => ({ body: { resultVersion: 2 } }),
    },
  };
}
