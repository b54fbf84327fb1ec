import { routes } from '../../lib/contract/routes.ts';
import { checkReceipt } from './check-receipt.ts';
import type { PlayedEntry } from './entries.ts';
import { submit } from './hand-in.ts';
import { type Actors, cast } from './stage.ts';
import { upload } from './upload.ts';

/** What is asked for: a file that shows that the cooperative is one. */
const asked = {
  fields: [],
  documents: ['minh-chung'],
  message: 'Đề nghị bổ sung giấy chứng nhận đăng ký hợp tác xã.',
};

/** The secretariat asks for a supplement; the startup brings it and nothing else, under a receipt of its own. */
export async function supplement(
  actors: Actors,
  editionId: string,
  { entryId, owner, title }: PlayedEntry,
  { closesAt, whileOpen }: { readonly closesAt: string; readonly whileOpen: () => Promise<void> },
): Promise<void> {
  const { does, isRefused, stage } = actors;
  const path = { editionId, entryId };
  const { secretary } = cast;
  await does(
    secretary,
    `opens "${title}" before giving an opinion`,
    routes.getScreening,
    { path },
    ({ blockers, warnings, missing }) =>
      `${blockers.length} blockers, ${warnings.length} warnings, ${missing.length} missing`,
  );
  await does(
    secretary,
    'asks for a supplement',
    routes.requestSupplement,
    { path, body: { ...asked, closesAt } },
    ({ supplement: open }) => `${open?.documents.join(', ')} until ${open?.closesAt}`,
  );
  await stage.settled();
  await does(
    secretary,
    'lists what waits for a supplement',
    routes.listEntries,
    { path: { editionId }, query: { supplement: 'open' } },
    ({ items }) => items.map((item) => item.title).join('; '),
  );
  await whileOpen();
  const before = await does(
    owner,
    'fetches the receipt there is',
    routes.getReceipt,
    { path },
    ({ submission }) => `submission ${submission}`,
  );
  await isRefused(owner, 'tries to upload other slides', routes.requestUpload, {
    path,
    body: {
      kind: 'trinh-chieu',
      fileName: 'Bài trình chiếu.pdf',
      contentType: 'application/pdf',
      size: 1,
      sha256: 'a'.repeat(64),
    },
  });
  await upload(actors, path, owner, {
    kind: 'minh-chung',
    fileName: 'Giấy chứng nhận đăng ký.pdf',
    text: `${title}: the certificate`,
  });
  await stage.settled();
  await submit(actors, path, owner);
  await checkReceipt(actors, before);
}
