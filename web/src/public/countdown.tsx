import { useEffect } from 'preact/hooks';
import { useLanguage } from '../language.tsx';
import { useServerNow } from './use-server-now.ts';

/** What is left until an instant, by the server's clock, to the second; never below nothing. Calls `over` when it is there. */
export function Countdown(props: {
  readonly to: string;
  readonly label: string;
  readonly over?: () => void;
}) {
  const { to, label, over } = props;
  const { words } = useLanguage();
  const now = useServerNow();
  const isOver = now >= Date.parse(to);
  useEffect(() => {
    if (isOver) over?.();
  }, [isOver]);
  const seconds = Math.max(0, Math.floor((Date.parse(to) - now) / 1000));
  const two = (count: number) => String(count).padStart(2, '0');
  const days = Math.floor(seconds / 86_400);
  const clock = [seconds / 3600, seconds / 60, seconds].map((part, place) =>
    two(Math.floor(part) % (place === 0 ? 24 : 60)),
  );
  return (
    <p class="countdown">
      <span>{label}</span>
      <strong role="timer" aria-live="off">
        {days > 0 ? `${days} ${words.days} ` : ''}
        {clock.join(':')}
      </strong>
    </p>
  );
}
