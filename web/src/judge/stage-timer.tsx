import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../clock.ts';
import { useWords } from '../language.tsx';
import { stageWords } from '../words/stage-words.ts';

/** Minutes and seconds until whoever is on stage has to stop, by the server's clock; once over, how long over. */
export function StageTimer({ endsAt }: { readonly endsAt: string }) {
  const stage = useWords(stageWords);
  const [now, tick] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => tick(serverNow()), 250);
    return () => clearInterval(timer);
  }, []);
  const left = Math.ceil((Date.parse(endsAt) - now) / 1000);
  const seconds = Math.abs(left);
  const two = (count: number) => String(count).padStart(2, '0');
  return (
    <p class={left < 0 ? 'stage-timer over' : 'stage-timer'}>
      <span>{left < 0 ? stage.over : stage.left}</span>
      <strong role="timer" aria-live="off">
        {left < 0 ? '+' : ''}
        {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
      </strong>
    </p>
  );
}
