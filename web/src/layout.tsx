import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Link, useLocation } from 'wouter-preact';
import { useLanguage } from './language.tsx';
import { OfflineNote } from './ui/offline-note.tsx';

/** What is around every page: the way home, the other language, the main part. */
export function Layout({ children }: { readonly children: ComponentChildren }) {
  const { words, language, speak } = useLanguage();
  const main = useArrival();
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <Link href="/" class="brand">
          <img src="/icon.svg" alt="" width="32" height="32" />
          <span>{words.brand}</span>
        </Link>
        <Link href="/me" class="plain-link">
          {words.mine}
        </Link>
        <button
          type="button"
          class="plain"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
        >
          {language === 'vi' ? 'English' : 'Tiếng Việt'}
        </button>
      </header>
      <OfflineNote />
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer class="bottom">
        <p>{words.footer}</p>
      </footer>
    </>
  );
}

/** Whoever goes to another page, by keyboard or ear as well, begins at its top; going back keeps its place. */
function useArrival() {
  const [path] = useLocation();
  const main = useRef<HTMLElement>(null);
  const last = useRef(path);
  const wentBack = useRef(false);
  useEffect(() => {
    const back = () => {
      wentBack.current = true;
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    main.current?.focus({ preventScroll: true });
    if (!wentBack.current) scrollTo(0, 0);
    wentBack.current = false;
  }, [path]);
  return main;
}
