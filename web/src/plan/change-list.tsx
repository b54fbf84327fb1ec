import { useLanguage, useWords } from '../language.tsx';
import { planWords } from '../words/plan-words.ts';
import type { Change } from './changes.ts';
import { isList, type Json, type Path } from './json.ts';
import { usePlaceName } from './place-name.ts';
import { useTitleOf } from './title-of.ts';
import { useValueWords } from './value-words.ts';

/** What will be other once the plan is saved, in words. */
export function ChangeList(props: { readonly changes: readonly Change[]; readonly before: Json }) {
  const { changes, before } = props;
  const { format } = useLanguage();
  const words = useWords(planWords);
  const nameOf = usePlaceName();
  const titleOf = useTitleOf();
  const valueWords = useValueWords();
  const text = (value: Json | undefined, path: Path): string => {
    if (value === undefined) return words.nothing;
    const title = typeof value === 'object' && !isList(value) ? titleOf(value, path) : '';
    return title || valueWords(value, path);
  };
  if (changes.length === 0) return <p class="soft">{words.nothingChanged}</p>;
  return (
    <details class="changes" open={changes.length <= 12}>
      <summary>{words.changes(format.count(changes.length))}</summary>
      <dl>
        {changes.map((change) => {
          const name = nameOf(change.path, change.of === 'before' ? before : undefined);
          return (
            <div key={`${change.of} ${change.path.join('/')} ${change.isOrder}`}>
              <dt>{change.isOrder ? `${name}: ${words.order}` : name}</dt>
              {change.isOrder ? null : (
                <>
                  <dd>
                    <span class="soft">{words.was}:</span> {text(change.before, change.path)}
                  </dd>
                  <dd>
                    <span class="soft">{words.becomes}:</span> {text(change.after, change.path)}
                  </dd>
                </>
              )}
            </div>
          );
        })}
      </dl>
    </details>
  );
}
