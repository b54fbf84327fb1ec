import { found } from '../../lib/contest/found.ts';
import { recordMinutes as record } from '../../lib/contest/minutes.ts';
import { publicationRoutes } from '../../lib/contract/publication-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { changedMinutes, loadMinutes } from '../../lib/store/publications.ts';
import { unchangedRound } from '../../lib/store/rounds.ts';
import { minutesReply } from './publication-reply.ts';

/** An organiser records that the minutes about the approved outcome are signed. */
export const recordMinutes = endpoint(
  publicationRoutes.recordMinutes,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const [facts, { minutes: before, current }] = await Promise.all([
      loadRound(table, path, actor.personId),
      loadMinutes(table, editionId, roundId),
    ]);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const { timeZone } = found(facts.plan).plan;
    const minutes = record({ round, timeZone, before, publishedDigest: current?.digest }, body, {
      by: actor.personId,
      now,
    });
    return save({
      changes: [changedMinutes(minutes), unchangedRound(round)],
      reply: minutesReply(minutes),
      subject: `round/${editionId}/${roundId}`,
      detail: { ...body },
    });
  },
);
