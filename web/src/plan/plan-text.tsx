import { useLanguage, useWords } from '../language.tsx';
import { planPlaceWords } from '../words/plan-place-words.ts';
import { planWords } from '../words/plan-words.ts';
import { isList, isObject, type Json, type JsonObject, type Path } from './json.ts';
import { wordFor } from './labels.ts';
import { useTitleOf } from './title-of.ts';
import { useValueWords } from './value-words.ts';

/** A whole plan to be read, with everything that is in it. */
export function PlanText({ plan }: { readonly plan: JsonObject }) {
  const places = useWords(planPlaceWords);
  return (
    <>
      {Object.entries(plan).map(([name, value]) => (
        <section key={name}>
          <h2>{wordFor(places, [name]) ?? name}</h2>
          <Text value={value} path={[name]} />
        </section>
      ))}
    </>
  );
}

/** What the system names things by tells a reader nothing. */
const isCode = (name: string, path: Path): boolean =>
  name === 'id' || name === 'purpose' || (name === 'kind' && path[0] === 'documents');

function Text({ value, path }: { readonly value: Json; readonly path: Path }) {
  const { of } = useLanguage();
  const words = useWords(planWords);
  const valueWords = useValueWords();
  if (isList(value)) {
    if (value.length === 0) return <p class="soft">{words.empty}</p>;
    return value.every(isObject) ? (
      <Members list={value} path={path} />
    ) : (
      <p>{valueWords(value, path)}</p>
    );
  }
  if (!isObject(value)) return <p class="written">{valueWords(value, path)}</p>;
  const { vi, en } = value;
  if (typeof vi === 'string' && typeof en === 'string') {
    return <p class="written">{of({ vi, en })}</p>;
  }
  return <Facts value={value} path={path} />;
}

function Facts({ value, path }: { readonly value: JsonObject; readonly path: Path }) {
  const places = useWords(planPlaceWords);
  return (
    <dl class="plan-facts">
      {Object.entries(value)
        .filter(([name]) => !isCode(name, path))
        .map(([name, one]) => {
          const place = [...path, name];
          return (
            <div key={name}>
              <dt>{wordFor(places, place) ?? name}</dt>
              <dd>
                <Text value={one} path={place} />
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

function Members({ list, path }: { readonly list: readonly Json[]; readonly path: Path }) {
  const titleOf = useTitleOf();
  return (
    <ol>
      {list.map((one, index) => {
        const place = [...path, index];
        const title = titleOf(one, place);
        // What is its name already needs not be said again.
        const rest = isObject(one)
          ? Object.fromEntries(
              Object.entries(one).filter(([name]) => title === '' || name !== 'name'),
            )
          : {};
        return (
          <li key={place.join('/')}>
            {title === '' ? null : <strong>{title}</strong>}
            <Facts value={rest} path={place} />
          </li>
        );
      })}
    </ol>
  );
}
