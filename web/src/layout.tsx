import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';
import { useLanguage } from './language.tsx';
import { OfflineNote } from './ui/offline-note.tsx';

/** What is around every page: the way home, the other language, the main part. */
export function Layout({ children }: { readonly children: ComponentChildren }) {
  const { words, language, speak } = useLanguage();
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
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="bottom">
        <p>{words.footer}</p>
      </footer>
    </>
  );
}
