import { expect, test } from 'vitest';
import { routes } from '../../lib/contract/routes.ts';
import { minimalPdf } from '../support/fixtures/pdf.ts';
import { interposed } from '../support/interposed.ts';
import { refusalIn } from '../support/refusal-in.ts';
import { openWorld, type World, worldClosesAt, worldOpensAt } from '../support/world.ts';
import type { Answered } from '../support/world-callers.ts';
import {
  closeSubmissions,
  draftEntry,
  exampleContent,
  offerOf,
  uploadedDocument,
} from '../support/world-entries.ts';
import { people } from '../support/world-people.ts';

interface Ready {
  readonly world: World;
  readonly entryId: string;
  /** Uploaded and confirmed. */
  readonly documentId: string;
  /** Uploaded and inspected, not confirmed. */
  readonly unconfirmedId: string;
  readonly at: string;
}

const { applicant1 } = people;
const bytes = minimalPdf('x');

/** Every act that is open until the deadline, received a millisecond before it. */
const acts: { readonly [operation: string]: (ready: Ready) => Promise<Answered<unknown>> } = {
  createEntry: async ({ world, at }) =>
    await world.as(applicant1).call(routes.createEntry, { body: exampleContent(1), at }),
  editEntry: async ({ world, at, entryId }) => {
    const body = exampleContent(0, { title: 'Khác' });
    const said = { path: { entryId }, ifMatch: 1, body, at };
    return await world.as(applicant1).call(routes.editEntry, said);
  },
  submitEntry: async ({ world, at, entryId }) => {
    const said = { path: { entryId }, body: { acceptedPlanVersion: 1 }, at };
    return await world.as(applicant1).call(routes.submitEntry, said);
  },
  withdrawEntry: async ({ world, at, entryId }) =>
    await world.as(applicant1).call(routes.withdrawEntry, { path: { entryId }, at }),
  requestUpload: async ({ world, at, entryId }) => {
    const said = { path: { entryId }, body: offerOf(bytes, 'minh-chung'), at };
    return await world.as(applicant1).call(routes.requestUpload, said);
  },
  confirmDocument: async ({ world, at, entryId, unconfirmedId: documentId }) =>
    await world.as(applicant1).call(routes.confirmDocument, { path: { entryId, documentId }, at }),
  removeDocument: async ({ world, at, entryId, documentId }) =>
    await world.as(applicant1).call(routes.removeDocument, { path: { entryId, documentId }, at }),
};

/** An entry at which each act would succeed, with nothing left to happen but the freeze. */
async function readyIn(world: World): Promise<Ready> {
  const { entryId } = await draftEntry(world);
  const { documentId } = await uploadedDocument(world, entryId);
  const said = { path: { entryId }, body: offerOf(bytes, 'trinh-chieu') };
  const ticket = await world.as(applicant1).reply(routes.requestUpload, said);
  const key = `${world.editionId}/${entryId}/${ticket.documentId}`;
  await world.documents.put(key, bytes, { contentType: 'application/pdf' });
  await world.settle();
  const at = '2022-07-31T09:59:59.999Z';
  return { world, entryId, documentId, unconfirmedId: ticket.documentId, at };
}

test.each(Object.entries(acts))(
  '%s: in time, unless the freeze came before its save',
  async (_, act) => {
    {
      await using world = await openWorld();
      const { status } = await act(await readyIn(world));
      expect(status).toBeLessThan(300);
    }
    const between = interposed();
    await using world = await openWorld({ around: between.around });
    const ready = await readyIn(world);
    between.beforeNextWrite(async () => await closeSubmissions(world));
    expect(refusalIn(await act(ready))).toEqual({
      status: 409,
      code: 'phase-closed',
      receivedAt: ready.at,
      opensAt: worldOpensAt,
      closesAt: worldClosesAt,
    });
  },
);
