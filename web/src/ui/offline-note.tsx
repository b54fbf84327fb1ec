import { useEffect, useState } from 'preact/hooks';
import { useLanguage } from '../language.tsx';

/** Says on every page that the device has no network, for as long as it has none. */
export function OfflineNote() {
  const { words } = useLanguage();
  const [isOnline, tell] = useState(navigator.onLine);
  useEffect(() => {
    const told = () => tell(navigator.onLine);
    addEventListener('online', told);
    addEventListener('offline', told);
    return () => {
      removeEventListener('online', told);
      removeEventListener('offline', told);
    };
  }, []);
  return (
    <div role="status" class="network">
      {isOnline ? null : <p>{words.offline}</p>}
    </div>
  );
}
