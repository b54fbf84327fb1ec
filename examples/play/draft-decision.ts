import { routes } from '../../lib/contract/routes.ts';
import { fetchFile } from './fetch-file.ts';
import { type Actors, cast } from './stage.ts';

/** An organiser takes the draft of the decision to the office that issues it; its bytes, a DOCX file. */
export async function draftDecision(
  actors: Actors,
  editionId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const [organiser] = cast.organisers;
  const file = await actors.does(
    organiser,
    'drafts the decision',
    routes.makePaper,
    {
      path: { editionId, roundId: 'chung-ket' },
      body: {
        kind: 'draft-decision',
        issuer: 'Ủy ban nhân dân tỉnh Kon Tum',
        decidedBy: 'Chủ tịch Ủy ban nhân dân tỉnh Kon Tum',
        symbol: 'QĐ-UBND',
        place: 'Kon Tum',
        grounds: ['Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015'],
        signer: {
          authority: [{ form: 'KT', of: 'Chủ tịch' }],
          position: 'Phó Chủ tịch',
          name: 'Lê Ngọc Tuấn',
        },
      },
    },
    ({ isDraft }) => (isDraft ? 'of a result that is not approved' : 'of the approved result'),
  );
  return await fetchFile(actors, organiser, { ...file, name: 'draft' });
}
