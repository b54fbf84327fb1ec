import { refuseErrors } from '../../lib/contest/content-errors.ts';
import { found } from '../../lib/contest/found.ts';
import { judgingComponentRoutes } from '../../lib/contract/judging-component-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { changedGiven, givenRecord, loadGiving } from '../../lib/store/given-components.ts';
import { unchangedRound } from '../../lib/store/rounds.ts';
import { giveRows } from './give-rows.ts';
import { givenReply } from './given-reply.ts';

/** An organiser gives a table of entries what no judge does, by the rule of one: all rows or none. */
export const giveManyComponents = endpoint(
  judgingComponentRoutes.giveManyComponents,
  async ({ path, body, actor, now, table, admit, save }) => {
    const { editionId, roundId } = path;
    const { reason } = body;
    const ids = body.entries.map(({ entryId }) => entryId);
    const facts = await loadGiving(table, path, [...new Set(ids)], actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const round = found(facts.round);
    refuseErrors(
      ids.flatMap((id, at) =>
        ids.indexOf(id) < at ? [{ pointer: `/entries/${at}/entryId`, code: 'repeated' }] : [],
      ),
    );
    const rows = body.entries.map(({ version, ...row }) => ({ ...row, basedOn: version }));
    const pointerOf = (row: number) => `/entries/${row}`;
    const given = await giveRows(
      table,
      facts,
      rows,
      { by: actor.personId, reason, pointerOf },
      now,
    );
    return save({
      changes: [...given.map(changedGiven), unchangedRound(round)],
      reply: { items: given.map(givenReply) },
      subject: `round/${editionId}/${roundId}`,
      detail: { given: given.length, reason: reason ?? '' },
      alsoTo: given.map((one) => givenRecord(one, reason)),
    });
  },
);
