import { useId, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { planWords } from '../words/plan-words.ts';
import { fitted } from './empty.ts';
import { isObject, type Json } from './json.ts';
import { planShape } from './plan-shape.ts';

/** A plan from a file on this machine; nothing is sent. What a plan does not have is left out. */
export function PlanFile({ take }: { readonly take: (plan: Json) => void }) {
  const words = useWords(planWords);
  const id = useId();
  const [isWrong, tell] = useState(false);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    const found = jsonIn(await file.text());
    tell(!isObject(found));
    if (isObject(found)) take(fitted(planShape, found));
  };
  return (
    <div class={isWrong ? 'field wrong' : 'field'}>
      <label for={id}>{words.file}</label>
      <p class="soft" id={`${id}-hint`}>
        {words.fileHelp}
      </p>
      <input
        id={id}
        type="file"
        accept="application/json,.json"
        aria-describedby={`${id}-hint`}
        aria-invalid={isWrong}
        onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
      />
      {isWrong ? (
        <p class="wrong-text" role="alert">
          {words.notAPlan}
        </p>
      ) : null}
    </div>
  );
}

/** `JSON.parse` says no by throwing. */
function jsonIn(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
