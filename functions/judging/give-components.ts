import { found, requireVersion } from '../../lib/contest/found.ts';
import { judgingComponentRoutes } from '../../lib/contract/judging-component-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedGiven, givenRecord, loadGiving } from '../../lib/store/given-components.ts';
import { unchangedRound } from '../../lib/store/rounds.ts';
import { giveRows } from './give-rows.ts';
import { givenReply } from './given-reply.ts';

/** An organiser gives an entry what no judge does. Saved only while the round is as it was read: closing it moves its version. */
export const giveComponents = endpoint(
  judgingComponentRoutes.giveComponents,
  async ({ path, body, actor, ifMatch, now, table, admit, save }) => {
    const { entryId } = path;
    const { reason, ...values } = body;
    const facts = await loadGiving(table, path, [entryId], actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    const [entry] = facts.entries;
    found(entry?.state);
    requireVersion(entry?.before?.version ?? 0, ifMatch);
    const rows = [{ entryId, ...values, basedOn: ifMatch }];
    const said = { by: actor.personId, reason, pointerOf: () => '' };
    const [given] = await giveRows(table, facts, rows, said, now);
    const one = found(given);
    return save({
      changes: [changedGiven(one), unchangedRound(round)],
      reply: givenReply(one),
      ...givenRecord(one, reason),
    });
  },
);
