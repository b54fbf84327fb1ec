import { useLanguage, useWords } from '../language.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import { type Pair, pairKey } from './proposal.ts';
import type { EntrySummary, Member } from './use-names.ts';

/** Who is to read what, to be changed by hand: the judges of each entry, and above how many each would read. */
export function AssignmentBoard(props: {
  readonly entries: readonly EntrySummary[];
  readonly readers: readonly Member[];
  readonly pairs: readonly Pair[];
  readonly change: (pairs: readonly Pair[]) => void;
}) {
  const { entries, readers, pairs, change } = props;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const ticked = new Set(pairs.map(pairKey));
  const loadOf = (judgeId: string) => pairs.filter((pair) => pair.judgeId === judgeId).length;
  const toggle = (pair: Pair, isOn: boolean) =>
    change(isOn ? [...pairs, pair] : pairs.filter((one) => pairKey(one) !== pairKey(pair)));
  return (
    <>
      <p class="soft">{words.editHelp}</p>
      <h3>{words.loadsNow}</h3>
      <ul>
        {readers.map(({ personId, name }) => (
          <li key={personId}>
            {name}: <strong>{format.count(loadOf(personId))}</strong>
          </li>
        ))}
      </ul>
      <ul class="board">
        {entries.map(({ entryId, code, title }) => (
          <li key={entryId}>
            <fieldset class="bare">
              <legend>
                {code} · {title}
              </legend>
              <div class="judges">
                {readers.map(({ personId, name }) => {
                  const pair = { entryId, judgeId: personId };
                  return (
                    <label key={personId}>
                      <input
                        type="checkbox"
                        checked={ticked.has(pairKey(pair))}
                        onChange={({ currentTarget }) => toggle(pair, currentTarget.checked)}
                      />
                      {name}
                    </label>
                  );
                })}
              </div>
            </fieldset>
          </li>
        ))}
      </ul>
    </>
  );
}
