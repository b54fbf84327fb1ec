import { found } from '../../lib/contest/found.ts';
import { outboxRoutes } from '../../lib/contract/outbox-routes.ts';
import { openCursor, sealCursor } from '../../lib/http/cursor.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { listMailsPage } from '../../lib/store/outbox.ts';

/** The outbox of an edition, all mails or those in one state or of one kind. */
export const listMails = endpoint(
  outboxRoutes.listMails,
  async ({ path, query, actor, table, admit }) => {
    const { limit, cursor, state, kind } = query;
    const { editionId } = path;
    const binding = `listMails ${editionId} ${actor.personId} ${state ?? ''} ${kind ?? ''}`;
    const page = await listMailsPage(table, editionId, actor.personId, {
      limit,
      ...(state === undefined ? {} : { state }),
      ...(kind === undefined ? {} : { kind }),
      ...(cursor === undefined ? {} : { after: openCursor(binding, cursor, positionOf(kind)) }),
    });
    found(page.edition);
    admit(page.standing);
    const last = page.hasMore ? page.mails.at(-1) : undefined;
    return {
      items: [...page.mails],
      ...(last ? { next: sealCursor(binding, last.mailId) } : {}),
    };
  },
);

/** A position is a mail's id, which begins with its kind: a table refuses to start outside of what it is asked for. */
const positionOf = (kind: string | undefined): RegExp =>
  new RegExp(`^${kind === undefined ? '' : `${kind}-`}[a-z0-9-]{1,128}$`);
