import type * as z from 'zod';
import { localDateAt } from '../../lib/contest/local-time.ts';
import { routes } from '../../lib/contract/routes.ts';
import type { PlayedEntry } from './entries.ts';
import { type Actors, cast } from './stage.ts';

/** What everybody can read in the end. */
export interface Published {
  readonly result: z.output<typeof routes.getResult.reply>;
  /** The page, as everybody gets it. */
  readonly page: string;
  /** When everybody had it: the stage's clock, epoch milliseconds. */
  readonly seenAt: number;
}

/** What is published, who no longer wants to be named, and the stage's clock in epoch milliseconds. */
interface Publishing {
  readonly digest: string;
  readonly shy: PlayedEntry;
  readonly now: () => number;
}

const hour = 3_600_000;

const decisionOf = (issuedOn: string) => ({
  documentNumber: '120/QĐ-UBND',
  issuedOn,
  title: 'Về việc công nhận kết quả cuộc thi',
  signer: {
    authority: { kind: 'KT' as const, of: 'CHỦ TỊCH' },
    position: 'PHÓ CHỦ TỊCH',
    name: 'Lê Ngọc Tuấn',
  },
});

/**
 * A winner no longer wants to be named; then the minutes are signed, and another person than the one who approved plans the
 * publication for an hour later.
 */
export async function publish(
  { does, isRefused, stage, tell }: Actors,
  editionId: string,
  { digest, shy, now }: Publishing,
): Promise<Published> {
  const path = { editionId };
  await does(
    shy.owner,
    'no longer agrees to be named',
    routes.withdrawConsent,
    { path: { ...path, entryId: shy.entryId, purpose: 'cong-bo' } },
    ({ withdrawnConsents = [] }) => withdrawnConsents.map(({ purpose }) => purpose).join(', '),
  );
  const [approver, publisher] = cast.organisers;
  const today = localDateAt(new Date(now()).toISOString(), 'Asia/Ho_Chi_Minh');
  const people = { chair: 'Nguyễn Thị Hồng Đào', secretary: 'Y Blô' };
  const minutes = { digest, documentNumber: '15/BB-HĐGK', signedOn: today, ...people };
  const publishAt = new Date(now() + hour).toISOString();
  const publication = { path, body: { digest, decision: decisionOf(today), publishAt } };
  await isRefused('public', 'asks for the result', routes.getResult, { path });
  await isRefused(publisher, 'plans without minutes', routes.publishResult, publication);
  await does(
    approver,
    'records the signed minutes',
    routes.recordMinutes,
    { path: { ...path, roundId: 'chung-ket' }, body: minutes },
    ({ documentNumber }) => `minutes ${documentNumber}`,
  );
  await isRefused(
    approver,
    'publishes what the same person approved',
    routes.publishResult,
    publication,
  );
  await does(
    publisher,
    'plans the publication of the result',
    routes.publishResult,
    publication,
    ({ planned }) => `planned for ${planned?.publishAt}`,
  );
  await stage.settled();
  await isRefused('public', 'asks for the result before its hour', routes.getResult, { path });
  stage.advance(hour);
  await stage.settled();
  const result = await does(
    'public',
    'reads the result',
    routes.getResult,
    { path },
    ({ awards }) => awards.map(({ prize, title }) => `${prize.vi}: ${title}`).join('; '),
  );
  const page = await fetch(`${stage.origin}/results/${editionId}/index.html`);
  const text = await page.text();
  tell({
    who: 'public',
    what: `opens ${new URL(page.url).pathname}`,
    answer: `${page.status}, ${text.length} characters`,
  });
  return { result, page: text, seenAt: now() };
}
