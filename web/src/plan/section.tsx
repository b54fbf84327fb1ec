import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../language.tsx';
import { Errors } from '../ui/field.tsx';
import { planWords } from '../words/plan-words.ts';

/** A part of the plan, folded until it is wanted or something in it is wrong; what is folded is not drawn. */
export function Section(props: {
  readonly title: string;
  /** What of the plan is in it. */
  readonly names: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { title, names, children } = props;
  const { format } = useLanguage();
  const words = useWords(planWords);
  const wrong = useContext(Errors).filter(({ pointer }) =>
    names.includes(pointer.split('/')[2] ?? ''),
  );
  const [isOpen, open] = useState(false);
  const isShown = isOpen || wrong.length > 0;
  return (
    <details
      class="card section"
      open={isShown}
      onToggle={({ currentTarget }) => open(currentTarget.open)}
    >
      <summary>
        {title}
        {wrong.length === 0 ? null : (
          <span class="wrong-text"> {words.problems(format.count(wrong.length))}</span>
        )}
      </summary>
      {isShown ? children : null}
    </details>
  );
}
