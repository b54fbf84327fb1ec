import { routes } from '../../lib/contract/routes.ts';
import { fetchFile } from './fetch-file.ts';
import { type Actors, cast } from './stage.ts';

/** What the office keeps of a round, as bytes. */
export interface TakenHome {
  /** Every mark and the ranking: an XLSX file. */
  readonly scores: Uint8Array;
  /** To be signed by the whole panel: a DOCX file. */
  readonly tally: Uint8Array;
  /** How the result came about, in Vietnamese, as Markdown. */
  readonly derivation: string;
}

/** An organiser takes the final home: the workbook of its scores, the tally to be signed, and how each score came about. */
export async function takeHome(
  actors: Actors,
  path: { readonly editionId: string; readonly roundId: string },
): Promise<TakenHome> {
  const { does } = actors;
  const [organiser] = cast.organisers;
  const { text: derivation } = await does(
    organiser,
    'reads how the result was computed',
    routes.getDerivation,
    { path, query: { language: 'vi' } },
    ({ text }) => `${text.split('\n').length} lines`,
  );
  const workbook = await does(
    organiser,
    'exports the scores',
    routes.exportScores,
    { path },
    ({ sheets }) => `${sheets} sheets`,
  );
  const scores = await fetchFile(actors, organiser, { ...workbook, name: 'scores' });
  const paper = await does(
    organiser,
    'makes the tally',
    routes.makePaper,
    { path, body: { kind: 'tally' } },
    ({ isDraft }) => (isDraft ? 'a draft' : 'of the approved result'),
  );
  const tally = await fetchFile(actors, organiser, { ...paper, name: 'tally' });
  return { scores, tally, derivation };
}
