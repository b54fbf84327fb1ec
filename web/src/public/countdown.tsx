import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../clock.ts';
import { useLanguage } from '../language.tsx';

/** What is left until an instant, by the server's clock, to the second; never below nothing. */
export function Countdown({ to, label }: { readonly to: string; readonly label: string }) {
  const { words } = useLanguage();
  const [now, tick] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => tick(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
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
