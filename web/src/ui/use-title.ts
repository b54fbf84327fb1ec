import { useEffect } from 'preact/hooks';
import { useLanguage } from '../language.tsx';

/** The title of the page, before the name of the system. */
export function useTitle(title: string | undefined): void {
  const { words } = useLanguage();
  useEffect(() => {
    document.title = title === undefined ? words.brand : `${title} – ${words.brand}`;
  }, [title, words]);
}
