import { useLanguage, useWords } from '../language.tsx';
import { TextField } from '../ui/field.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import type { Member } from './use-names.ts';

/** What is wanted of a proposal, as it is typed. */
export interface Wishes {
  readonly judgesPerEntry: string;
  /** By person id; empty: what the judge stated. */
  readonly caps: { readonly [judgeId: string]: string };
  readonly absent: readonly string[];
  readonly refill: boolean;
}

export const noWishes: Wishes = { judgesPerEntry: '', caps: {}, absent: [], refill: false };

/** What the API takes of it; a number that is none is left to the rules. */
export function wishesOf({ judgesPerEntry, caps, absent, refill }: Wishes) {
  const each = wholeOf(judgesPerEntry);
  const given = Object.entries(caps).flatMap(([judgeId, text]) => {
    const atMost = wholeOf(text);
    return atMost === undefined ? [] : [{ judgeId, atMost }];
  });
  return {
    ...(each === undefined ? {} : { judgesPerEntry: each }),
    ...(given.length === 0 ? {} : { caps: given }),
    ...(absent.length === 0 ? {} : { absent: [...absent] }),
    ...(refill ? { refill } : {}),
  };
}

const wholeOf = (text: string): number | undefined =>
  /^\d{1,4}$/.test(text.trim()) ? Number(text) : undefined;

/** The wishes of the chair: how many for each entry, how many for each judge, who reads no more. */
export function ProposalWishes(props: {
  readonly readers: readonly Member[];
  readonly byRules: number;
  readonly wishes: Wishes;
  readonly change: (wishes: Wishes) => void;
}) {
  const { readers, byRules, wishes, change } = props;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  return (
    <details>
      <summary>{words.wishes}</summary>
      <TextField
        label={words.judgesPerEntry}
        pointer="/judgesPerEntry"
        hint={words.byRules(format.count(byRules))}
        type="number"
        value={wishes.judgesPerEntry}
        change={(judgesPerEntry) => change({ ...wishes, judgesPerEntry })}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={wishes.refill}
          onChange={({ currentTarget }) => change({ ...wishes, refill: currentTarget.checked })}
        />
        {words.refill}
      </label>
      <fieldset class="field">
        <legend>{words.caps}</legend>
        <div class="filters">
          {readers.map(({ personId, name, capacity }) => (
            <div key={personId}>
              <TextField
                label={words.capOf(name)}
                pointer={`/caps/${personId}`}
                type="number"
                {...(capacity === undefined
                  ? {}
                  : { hint: words.capacity(format.count(capacity)) })}
                value={wishes.caps[personId] ?? ''}
                change={(text) => change({ ...wishes, caps: { ...wishes.caps, [personId]: text } })}
              />
              <label class="tick">
                <input
                  type="checkbox"
                  checked={wishes.absent.includes(personId)}
                  aria-label={`${words.absent}: ${name}`}
                  onChange={({ currentTarget }) =>
                    change({
                      ...wishes,
                      absent: currentTarget.checked
                        ? [...wishes.absent, personId]
                        : wishes.absent.filter((one) => one !== personId),
                    })
                  }
                />
                {words.absent}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
