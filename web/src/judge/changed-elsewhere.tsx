import { useWords } from '../language.tsx';
import { judgeWords } from '../words/judge-words.ts';

/** The same was saved in another tab: what is typed here stays until one of the two is chosen. */
export function ChangedElsewhere(props: {
  readonly keepMine: () => void;
  readonly reload: () => void;
}) {
  const judge = useWords(judgeWords);
  return (
    <div class="notice alarm" role="alert">
      <p>{judge.changedElsewhere}</p>
      <p class="actions">
        <button type="button" onClick={props.keepMine}>
          {judge.keepMine}
        </button>
        <button type="button" class="quiet" onClick={props.reload}>
          {judge.takeTheirs}
        </button>
      </p>
    </div>
  );
}
