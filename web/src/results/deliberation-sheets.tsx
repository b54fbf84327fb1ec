import type * as z from 'zod';
import type { deliberationRoutes } from '../../../lib/contract/deliberation-routes.ts';
import type { Names } from '../desk/use-names.ts';
import { useLanguage, useWords } from '../language.tsx';
import { resultsWords } from '../words/results-words.ts';
import { Scrolling } from './scrolling.tsx';

/** What each judge gave by criterion, the means beside, and what they wrote. */
export function DeliberationSheets(props: {
  readonly deliberation: z.output<typeof deliberationRoutes.getDeliberation.reply>;
  readonly names: Names;
}) {
  const { criteria, sheets, score } = props.deliberation;
  const { names } = props;
  const { of } = useLanguage();
  const words = useWords(resultsWords);
  const shown = (points: string | undefined) => points?.replace('.', words.decimalMark) ?? '–';
  return (
    <>
      <Scrolling label={words.criterion}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.criterion}</th>
              <th scope="col" class="number">
                {words.maximum}
              </th>
              {sheets.map(({ judgeId }) => (
                <th key={judgeId} scope="col" class="number">
                  {names.person(judgeId)}
                </th>
              ))}
              <th scope="col" class="number">
                {words.mean}
              </th>
            </tr>
          </thead>
          <tbody>
            {criteria.map(({ criterionId, name, maxPoints, printed }) => (
              <tr key={criterionId}>
                <th scope="row">{of(name)}</th>
                <td class="number">{shown(maxPoints)}</td>
                {sheets.map(({ judgeId, points }) => (
                  <td key={judgeId} class="number">
                    {shown(points[criterionId])}
                  </td>
                ))}
                <td class="number">{shown(printed)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.score}</th>
              <td />
              {sheets.map(({ judgeId, total }) => (
                <td key={judgeId} class="number">
                  {shown(total.printed)}
                </td>
              ))}
              <td class="number">
                <strong>{shown(score?.printed)}</strong>
              </td>
            </tr>
          </tbody>
        </table>
      </Scrolling>
      {sheets.map(({ judgeId, comment, note }) =>
        comment === '' && note === '' ? null : (
          <section key={judgeId} class="panel">
            <h3>{names.person(judgeId)}</h3>
            {comment === '' ? null : (
              <p class="written">
                <strong>{words.comment}:</strong> {comment}
              </p>
            )}
            {note === '' ? null : (
              <p class="written">
                <strong>{words.note}:</strong> {note}
              </p>
            )}
          </section>
        ),
      )}
    </>
  );
}
