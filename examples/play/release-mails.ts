import { routes } from '../../lib/contract/routes.ts';
import { type Actors, cast } from './stage.ts';

/** The rules hold the mails about the screening back: somebody reads them, and lets all go at once. */
export async function releaseMails({ does, stage }: Actors, editionId: string): Promise<void> {
  const path = { editionId };
  const { secretary } = cast;
  const { items } = await does(
    secretary,
    'looks at the mails that are held',
    routes.listMails,
    { path, query: { state: 'held' } },
    ({ items: held }) => held.map(({ kind, to }) => `${kind} to ${to}`).join(', '),
  );
  const mailIds = items.map(({ mailId }) => mailId);
  for (const mailId of mailIds.slice(0, 1)) {
    const read = { path: { ...path, mailId } };
    await does(secretary, 'reads one of them', routes.getMail, read, ({ subject }) => subject);
  }
  for (const dryRun of [true, false]) {
    await does(
      secretary,
      dryRun ? 'tries to release them' : 'releases them',
      routes.releaseMails,
      { path, body: { mailIds, dryRun } },
      ({ mailIds: leaving, blockers }) =>
        `${leaving.length} mails, ${blockers.length} stand in the way`,
    );
  }
  await stage.settled();
}
