import { at, isList, isObject, type Json, type Path, textAt } from './json.ts';

/** Something that another place of the plan may name. */
export interface Named {
  readonly id: string;
  /** Its name in both languages; empty while it has none. */
  readonly name: { readonly vi: string; readonly en: string };
}

const namedIn = (list: Json | undefined): readonly Named[] =>
  (isList(list) ? list : []).map((one) => ({
    id: textAt(one, ['id']),
    name: { vi: textAt(one, ['name', 'vi']), en: textAt(one, ['name', 'en']) },
  }));

/** What the place may name, where it names something of the same plan: tracks, questions, their options, criteria. */
export function namedAt(plan: Json, path: Path): readonly Named[] | undefined {
  const [section, first, second, third] = path;
  const last = path.at(-1);
  if (path.length > 1 && (last === 'tracks' || last === 'track')) {
    return namedIn(at(plan, ['tracks']));
  }
  if (section === 'questions' && second === 'when') {
    const questions = namedIn(at(plan, ['questions']));
    const own = textAt(plan, ['questions', first ?? 0, 'id']);
    if (third === 'question') return questions.filter(({ id }) => id !== own);
    const asked = textAt(plan, ['questions', first ?? 0, 'when', 'question']);
    const place = questions.findIndex(({ id }) => id === asked);
    if (third === 'is') return namedIn(at(plan, ['questions', place, 'options']));
  }
  if (last === 'criterionId') return criteriaOf(at(plan, path.slice(0, 2)));
  return undefined;
}

/** The criteria of all rubrics of a round, each once. */
function criteriaOf(round: Json | undefined): readonly Named[] {
  const rubrics = isObject(round) ? at(round, ['rubrics']) : undefined;
  const all = (isList(rubrics) ? rubrics : []).flatMap((one) =>
    namedIn(at(one, ['rubric', 'criteria'])),
  );
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}
