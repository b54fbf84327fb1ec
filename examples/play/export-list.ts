import { routes } from '../../lib/contract/routes.ts';
import { fetchFile } from './fetch-file.ts';
import { type Actors, cast } from './stage.ts';

/** The secretariat takes the list home as a workbook; its bytes. */
export async function exportList(
  actors: Actors,
  editionId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await actors.does(
    cast.secretary,
    'exports the list',
    routes.exportEntries,
    { path: { editionId }, body: {} },
    ({ entries, size }) => `${entries} entries, ${size} bytes`,
  );
  return await fetchFile(actors, cast.secretary, { ...file, name: 'workbook' });
}
