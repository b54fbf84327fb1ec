import { createHash } from 'node:crypto';
import { routes } from '../../lib/contract/routes.ts';
import { type Actors, cast } from './stage.ts';

/** The secretariat takes the list home as a workbook; its bytes. */
export async function exportList(
  { does, tell }: Actors,
  editionId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { url, sha256 } = await does(
    cast.secretary,
    'exports the list',
    routes.exportEntries,
    { path: { editionId }, body: {} },
    ({ entries, size }) => `${entries} entries, ${size} bytes`,
  );
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isSame = createHash('sha256').update(bytes).digest('hex') === sha256;
  tell({
    who: cast.secretary,
    what: 'fetches the workbook',
    answer: `${response.status}, ${isSame ? 'the file that was promised' : 'another file'}`,
  });
  return bytes;
}
