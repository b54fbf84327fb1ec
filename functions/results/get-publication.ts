import { found } from '../../lib/contest/found.ts';
import { publicationStep } from '../../lib/contest/publication-step.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadEdition } from '../../lib/store/editions.ts';
import { loadRoundById } from '../../lib/store/judging.ts';
import { loadMinutes, loadPublicationState } from '../../lib/store/publications.ts';
import { minutesReply, plannedReply, retractionReply } from './publication-reply.ts';

/** Organisers see how far the result is. It says nothing of who wins. */
export const getPublication = endpoint(
  publicationRoutes.getPublication,
  async ({ path, actor, table, admit }) => {
    const { editionId } = path;
    const facts = await loadEdition(table, editionId, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const roundId = found(found(facts.plan).plan.rounds.at(-1)).id;
    const [round, { minutes: recorded }, { current, planned, retraction }] = await Promise.all([
      loadRoundById(table, editionId, roundId),
      loadMinutes(table, editionId, roundId),
      loadPublicationState(table, editionId),
    ]);
    const { approval } = found(round);
    const minutes = recorded?.digest === approval?.digest ? recorded : undefined;
    const proposed = retraction?.resultVersion === current?.resultVersion ? retraction : undefined;
    return {
      roundId,
      step: publicationStep({ round: found(round), minutes, planned, current }),
      ...(approval
        ? {
            approval: {
              digest: approval.digest,
              approvedBy: approval.by,
              approvedAt: approval.at,
            },
          }
        : {}),
      ...(minutes ? { minutes: minutesReply(minutes) } : {}),
      ...(planned ? { planned: plannedReply(planned) } : {}),
      ...(current ? { resultVersion: current.resultVersion, publishedDigest: current.digest } : {}),
      ...(proposed ? { retraction: retractionReply(proposed) } : {}),
    };
  },
);
