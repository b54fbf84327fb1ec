import { certify } from './certify.ts';
import { draftDecision } from './draft-decision.ts';
import type { PlayedEntry } from './entries.ts';
import { exportList } from './export-list.ts';
import { type Feedback, moderateComments, readFeedback } from './give-back.ts';
import { handIn } from './hand-in.ts';
import { judgeRound } from './judge-round.ts';
import { passDeadline } from './pass-deadline.ts';
import { type Published, publish } from './publish.ts';
import { releaseMails } from './release-mails.ts';
import { screen } from './screen.ts';
import { openPlan, setUp } from './set-up.ts';
import { actors, type Stage, type Step } from './stage.ts';
import { type TakenHome, takeHome } from './take-home.ts';

/** What the play ended with, to be looked at again. */
export interface Played extends Published, TakenHome {
  readonly editionId: string;
  readonly digest: string;
  readonly entries: readonly PlayedEntry[];
  /** The list as it was exported after the screening: an XLSX file. */
  readonly workbook: Uint8Array;
  /** The draft of the decision on the approved result: a DOCX file. */
  readonly draft: Uint8Array;
  /** What the winner read of its scores. */
  readonly feedback: Feedback;
  /** The winner's: a PDF file. */
  readonly certificate: Uint8Array;
}

/**
 * The whole contest over HTTP, told step by step: an edition is set up, six startups hand in, one of them late by a
 * decision, the secretary screens, three judges score two rounds with a tie in each, the organisers give a special prize, two of
 * them approve and publish, everybody reads the result, the winner its feedback and its certificate.
 */
export async function playContest(
  stage: Stage & { readonly now: () => number },
  editionId: string,
  tell: (step: Step) => void,
): Promise<Played> {
  const everybody = actors(stage, tell);
  const { judgeIds, plan } = await setUp(everybody, editionId, openPlan(stage.now(), 14));
  const entries = await handIn(everybody, editionId, plan);
  const [first, , shy] = entries;
  const last = entries.at(-1);
  if (!first || !shy || !last) throw new Error('there are too few entries to play with');
  await passDeadline(everybody, editionId, { first, last }, { plan, now: stage.now });
  await screen(everybody, editionId, entries, plan);
  await releaseMails(everybody, editionId);
  const workbook = await exportList(everybody, editionId);
  const round = { editionId, plan, judgeIds };
  await judgeRound(everybody, { ...round, roundId: 'so-khao', entries });
  // The last entry does not reach the minimum mean, so it does not go on.
  const finalists = entries.slice(0, -1);
  const digest = await judgeRound(everybody, {
    ...round,
    roundId: 'chung-ket',
    entries: finalists,
  });
  const final = { editionId, roundId: 'chung-ket' };
  const takenHome = await takeHome(everybody, final);
  await moderateComments(everybody, final, first);
  const draft = await draftDecision(everybody, editionId);
  const published = await publish(everybody, editionId, { digest, shy, now: stage.now });
  const feedback = await readFeedback(everybody, editionId, first);
  const certificate = await certify(everybody, editionId, first);
  const files = { workbook, draft, certificate, ...takenHome };
  return { editionId, digest, entries, feedback, ...files, ...published };
}
