import { setTimeout as sleep } from 'node:timers/promises';
import type * as z from 'zod';
import { type Client, client } from '../../lib/contract/client.ts';
import { routes } from '../../lib/contract/routes.ts';
import { offerOf } from '../../test/support/world-entries.ts';
import { type Draft, editionId } from './drafts.ts';
import type { KillableHost } from './killable-host.ts';
import { type Answered, persist } from './persist.ts';
import { type Transport, Unreachable } from './transport.ts';

export const steps = ['save draft', 'ticket', 'upload', 'confirm', 'submit'] as const;
export type Step = (typeof steps)[number];

type Reply<Name extends keyof typeof routes> = z.output<(typeof routes)[Name]['reply']>;

/** What became of one draft: the answers, up to the first that said "too late". */
export interface HandedIn {
  readonly draft: Draft;
  readonly acts: readonly { readonly step: Step; readonly answer: Answered<unknown> }[];
  readonly documentId?: string;
  readonly receipt?: Answered<Reply<'submitEntry'>>;
}

/** The people of the storm, each with a client that does not try again by itself. */
export interface Crowd {
  readonly host: KillableHost;
  readonly transport: Transport;
  readonly administrator: Client;
  readonly applicants: readonly Client[];
  /** Called after each answer. */
  readonly onAnswer: () => void;
}

/** Signs everybody in. */
export function gather(host: KillableHost, transport: Transport, onAnswer: () => void): Crowd {
  const { origin, administrator, applicants } = host;
  const as = (token: string) =>
    client({ origin, token: async () => token, fetch: transport.fetch });
  return {
    ...{ host, transport, onAnswer },
    administrator: as(administrator),
    applicants: applicants.map(as),
  };
}

/**
 * Saves the draft, uploads its dossier and hands it in, each act until it is answered; the submit leaves not before
 * `submitAt` (the host's clock, epoch milliseconds).
 */
export async function handIn(crowd: Crowd, draft: Draft, submitAt = 0): Promise<HandedIn> {
  const { host, transport } = crowd;
  const owner = crowd.applicants[draft.owner]!;
  const path = { editionId, entryId: draft.entryId };
  const acts: { step: Step; answer: Answered<unknown> }[] = [];
  const act = async <T>(step: Step, attempt: (tries: number) => Promise<T>) => {
    const answer = await persist(host.now, attempt);
    acts.push({ step, answer });
    crowd.onAnswer();
    return answer;
  };
  const key = (step: Step) => `${draft.entryId}/${step.replace(' ', '-')}`;

  const saved = await act('save draft', () =>
    owner.call(routes.editEntry, {
      ...{ path, body: draft.content, ifMatch: draft.etag },
      idempotencyKey: key('save draft'),
    }),
  );
  if (saved.kind === 'late') return { draft, acts };
  const ticketed = await act('ticket', () =>
    owner.call(routes.requestUpload, {
      ...{ path, body: offerOf(draft.pdf) },
      idempotencyKey: key('ticket'),
    }),
  );
  if (ticketed.kind === 'late') return { draft, acts };
  const { documentId, upload } = ticketed.value.body;
  await act('upload', async (tries) => {
    const sent = { method: 'PUT', headers: { ...upload.headers }, body: draft.pdf };
    const { status } = await transport.send(upload.url, sent);
    // The host is still starting.
    if (status === 503) throw new Unreachable('not yet');
    // 412: it was stored by a try whose answer was lost.
    if (status !== 200 && !(status === 412 && tries > 1)) throw new Error(`upload: ${status}`);
  });
  const confirmed = await act('confirm', () =>
    owner.call(routes.confirmDocument, {
      path: { ...path, documentId },
      idempotencyKey: key('confirm'),
    }),
  );
  if (confirmed.kind === 'late') return { draft, acts, documentId };
  await sleep(Math.max(0, submitAt - host.now()));
  const submitted = await act('submit', async () => {
    const { body } = await owner.call(routes.submitEntry, {
      ...{ path, body: { acceptedPlanVersion: 1 } },
      idempotencyKey: key('submit'),
    });
    return body;
  });
  return { draft, acts, documentId, receipt: submitted };
}
