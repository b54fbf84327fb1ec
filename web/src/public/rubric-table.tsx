import type { WireRubric } from '../../../lib/contest/rubric-wire.ts';
import { useLanguage } from '../language.tsx';

/** What a score sheet asks, with the most that each criterion gives. */
export function RubricTable(props: { readonly rubric: WireRubric; readonly caption: string }) {
  const { rubric, caption } = props;
  const { words, of, format } = useLanguage();
  const points = (text: string) => format.points(Math.round(Number(text) * 100));
  const extra = { points: undefined, weighted: words.weight, coefficient: words.coefficient };
  const extraName = extra[rubric.mode];
  const extras = extraTexts(rubric, (value) => format.points(value));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.criterion}</th>
          <th scope="col" class="number">
            {words.most}
          </th>
          {extraName === undefined ? null : (
            <th scope="col" class="number">
              {extraName}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rubric.criteria.map(({ id, name, minPoints, maxPoints }, index) => (
          <tr key={id}>
            <th scope="row">{of(name)}</th>
            <td class="number">
              {minPoints === undefined ? null : `${points(minPoints)}–`}
              {points(maxPoints)}
            </td>
            {extraName === undefined ? null : <td class="number">{extras[index]}</td>}
          </tr>
        ))}
        {[...(rubric.given ?? []), ...(rubric.vote === undefined ? [] : [rubric.vote])].map(
          ({ id, name, maxPoints }) => (
            <tr key={id}>
              <th scope="row">
                {of(name)} <span class="soft">({words.notByJudges})</span>
              </th>
              <td class="number">{points(maxPoints)}</td>
              {extraName === undefined ? null : <td />}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function extraTexts(rubric: WireRubric, write: (hundredths: number) => string): readonly string[] {
  switch (rubric.mode) {
    case 'points':
      return [];
    case 'weighted':
      // Basis points are hundredths of a percent.
      return rubric.criteria.map(({ weight }) => `${write(weight)} %`);
    case 'coefficient':
      return rubric.criteria.map(
        ({ coefficient }) => `× ${write(Math.round(Number(coefficient) * 100))}`,
      );
  }
}
