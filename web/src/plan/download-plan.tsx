import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../language.tsx';
import { planWords } from '../words/plan-words.ts';
import type { Json } from './json.ts';

/** The plan as a file, from which another edition can be set up. */
export function DownloadPlan({ plan, name }: { readonly plan: Json; readonly name: string }) {
  const words = useWords(planWords);
  const [url, setUrl] = useState('');
  useEffect(() => {
    const text = `${JSON.stringify(plan, undefined, 2)}\n`;
    const made = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [plan]);
  return (
    <a class="button quiet" href={url} download={`${name}.json`}>
      {words.download}
    </a>
  );
}
