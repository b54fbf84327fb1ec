import type { WireRubric } from '../../../lib/contest/rubric-wire.ts';
import { useLanguage, useWords } from '../language.tsx';
import { judgeWords } from '../words/judge-words.ts';

/** What an entry gets from no judge, so that nobody looks for it on the sheet. */
export function GivenComponents({ rubric }: { readonly rubric: WireRubric }) {
  const { of } = useLanguage();
  const judge = useWords(judgeWords);
  const given = [...(rubric.given ?? []), ...(rubric.vote === undefined ? [] : [rubric.vote])];
  if (given.length === 0) return null;
  return (
    <div class="given">
      <h3>{judge.notYours}</h3>
      <ul>
        {given.map(({ id, name, maxPoints }) => (
          <li key={id}>
            {of(name)}{' '}
            <span class="soft">{judge.most(maxPoints.replace('.', judge.decimalMark))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
