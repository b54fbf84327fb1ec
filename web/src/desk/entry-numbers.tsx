import { Link } from 'wouter-preact';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { accountWords } from '../words/account-words.ts';
import { deskWords } from '../words/desk-words.ts';
import type { DeskFacts } from './desk.tsx';
import { useCounts } from './use-counts.ts';

const states = ['draft', 'submitted', 'eligible', 'ineligible', 'withdrawn'] as const;

type ByState = { readonly [state in (typeof states)[number]]: number };

/** How many entries there are by state, and of these by track and field; each number leads to its entries. */
export function EntryNumbers({ facts }: { readonly facts: DeskFacts }) {
  const { of, format } = useLanguage();
  const account = useWords(accountWords);
  const desk = useWords(deskWords);
  const { plan } = facts.edition;
  const counts = useCounts(facts.editionId);
  if (counts.error !== null) {
    return <Failure error={counts.error} retry={() => void counts.refetch()} />;
  }
  if (counts.data === undefined) return <Waiting />;
  const { byState, byTrack, byField, total } = counts.data;
  const list = `/editions/${facts.editionId}/desk/entries`;
  if (total === 0) return <p>{desk.nothingYet}</p>;
  return (
    <section>
      <h2>{desk.numbers}</h2>
      <ul class="numbers">
        <li>
          <Link href={list}>
            <strong>{format.count(total)}</strong>
            {desk.all}
          </Link>
        </li>
        {states.map((state) => (
          <li key={state}>
            <Link href={`${list}?state=${state}`}>
              <strong>{format.count(byState[state])}</strong>
              {account.states[state]}
            </Link>
          </li>
        ))}
      </ul>
      <CountTable
        caption={desk.byTrack}
        rows={inOrderOf(plan.tracks, byTrack, ({ trackId }) => trackId).map((one) => ({
          key: one.trackId,
          name: of(plan.tracks.find(({ id }) => id === one.trackId)?.name ?? both(one.trackId)),
          href: `${list}?trackId=${one.trackId}`,
          byState: one.byState,
        }))}
      />
      <CountTable
        caption={desk.byField}
        rows={inOrderOf(plan.fields, byField, ({ fieldId }) => fieldId).map(
          ({ fieldId, byState: count }) => ({
            key: fieldId ?? '',
            name:
              fieldId === undefined
                ? desk.noField
                : of(plan.fields.find(({ id }) => id === fieldId)?.name ?? both(fieldId)),
            href: fieldId === undefined ? undefined : `${list}?fieldId=${fieldId}`,
            byState: count,
          }),
        )}
      />
    </section>
  );
}

/** As the plan lists them; what it does not list comes last. */
function inOrderOf<T>(
  list: readonly { readonly id: string }[],
  counts: readonly T[],
  idOf: (count: T) => string | undefined,
): T[] {
  const listed = list.flatMap(({ id }) => counts.filter((count) => idOf(count) === id));
  return [...listed, ...counts.filter((count) => !listed.includes(count))];
}

const both = (text: string) => ({ vi: text, en: text });

function CountTable(props: {
  readonly caption: string;
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly href: string | undefined;
    readonly byState: ByState;
  }[];
}) {
  const { format } = useLanguage();
  const account = useWords(accountWords);
  return (
    <section class="wide" aria-label={props.caption} tabIndex={0}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <td />
            {states.map((state) => (
              <th key={state} scope="col" class="number">
                {account.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, name, href, byState }) => (
            <tr key={key}>
              <th scope="row">{href === undefined ? name : <Link href={href}>{name}</Link>}</th>
              {states.map((state) => (
                <td key={state} class="number">
                  {format.count(byState[state])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
