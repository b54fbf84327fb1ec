import { found, refuse } from '../../lib/contest/found.ts';
import { inForce } from '../../lib/contest/organisers-decision.ts';
import { roundOf } from '../../lib/contest/plan.ts';
import { paperRoutes } from '../../lib/contract/paper-routes.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { whyNoFile } from '../../lib/derived/why-no-file.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { stampOf } from '../../lib/papers/paper-facts.ts';
import { renderPaper } from '../../lib/papers/render-paper.ts';
import { partsOf } from '../../lib/papers/score-sheet-model.ts';
import { sha256OfBytes } from '../../lib/store/digest.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadNames } from '../../lib/store/people.ts';
import { fileNameOf, wantedPaper } from './wanted-paper.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const linkSeconds = 60;

/**
 * An organiser takes a paper of a closed round home to be signed. It tells every judge's points, so nobody gets one who has
 * said to be close to an entry in it, and the audit trail says who took what.
 */
export const makePaper = endpoint(
  paperRoutes.makePaper,
  async ({ path, body, actor, newId, table, documents, admit, save }) => {
    const { editionId, roundId } = path;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const closed = await roundOutcome(table, facts);
    const { round, tasks, rulings } = closed;
    const decided = inForce(rulings.decided);
    const people = [
      ...tasks.map(({ judgeId }) => judgeId),
      // Those whose task was taken back are named where it is told that their sheet does not count.
      ...closed.outcome.rankings.flatMap(({ notCounted }) =>
        notCounted.map(({ judgeId }) => judgeId),
      ),
      ...(round.panel ? [...round.panel.judges, round.panel.chair] : []),
      ...[...rulings.ties, ...decided].map(({ signedBy }) => signedBy),
      ...rulings.flags.map(({ by }) => by),
    ];
    const entryIds = tasks.map(({ entryId }) => entryId);
    const [names, tooClose] = await Promise.all([
      loadNames(table, editionId, people),
      whyNoFile(table, { editionId, entryIds }, actor.personId),
    ]);
    refuse(tooClose);
    const roundPlan = found(roundOf(closed.plan, roundId));
    const told = { ...closed, roundPlan, names, ties: rulings.ties, decided };
    const bytes = await renderPaper(wantedPaper(told, body));
    const { kind } = body;
    const id = newId();
    // Four segments: the inspection takes keys of three for documents.
    const key = `_exports/${editionId}/${id}/${kind}.docx`;
    const { versionId } = await documents.put(key, bytes, { contentType: docx });
    const link = await documents.link({
      key,
      versionId,
      fileName: fileNameOf(told, body),
      contentType: docx,
      expiresInSeconds: linkSeconds,
    });
    const { isDraft, digest } = stampOf(told);
    const parts = body.kind === 'score-sheet' ? { parts: partsOf(told, body) } : {};
    const made = {
      kind,
      ...parts,
      isDraft,
      digest,
      size: bytes.length,
      sha256: sha256OfBytes(bytes),
    };
    return save({
      changes: [],
      reply: { ...link, ...made },
      subject: `paper/${editionId}/${id}`,
      detail: {
        ...made,
        roundId,
        ...('judgeId' in body ? { judgeId: body.judgeId } : {}),
      },
    });
  },
);
