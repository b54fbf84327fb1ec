import { routes } from '../../lib/contract/routes.ts';
import type { PlayedEntry } from './entries.ts';
import { fetchFile } from './fetch-file.ts';
import { type Actors, cast } from './stage.ts';

/** Certificates are issued; the winner fetches its own, and whoever has its code checks it. The bytes of the PDF. */
export async function certify(
  actors: Actors,
  editionId: string,
  { entryId, owner }: PlayedEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  const { does } = actors;
  const [organiser] = cast.organisers;
  for (const what of ['issues the certificates', 'issues them once more']) {
    await does(
      organiser,
      what,
      routes.issueCertificates,
      { path: { editionId }, body: { awards: 'all' } },
      ({ issued, certificates }) => `${issued} of ${certificates.length}`,
    );
  }
  const file = await does(
    owner,
    'asks for the certificate',
    routes.getCertificate,
    { path: { editionId, entryId, prizeId: 'nhat' } },
    ({ prize, title }) => `${prize.vi}: ${title}`,
  );
  await does(
    'public',
    'checks the certificate',
    routes.checkCertificate,
    { path: { certificate: file.code } },
    ({ state, prize, decision }) => `${state}, ${prize.vi}, ${decision.documentNumber}`,
  );
  return await fetchFile(actors, owner, { ...file, name: 'certificate' });
}
