import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../clock.ts';

/** The server's time in milliseconds, from second to second. */
export function useServerNow(): number {
  const [now, tick] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => tick(serverNow()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
