import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Format, formatIn } from './format.ts';
import { en } from './words/en.ts';
import { vi, type Words } from './words/vi.ts';

export type Language = 'vi' | 'en';

interface Spoken {
  readonly language: Language;
  readonly words: Words;
  readonly format: Format;
  readonly speak: (language: Language) => void;
  /** A text of the rules, which come in both languages. */
  readonly of: (text: { readonly vi: string; readonly en: string }) => string;
}

const kept = 'language';
const dictionaries: { readonly [language in Language]: Words } = { vi, en };
const formats: { readonly [language in Language]: Format } = {
  vi: formatIn('vi-VN'),
  en: formatIn('en-GB'),
};

const Context = createContext<Spoken | undefined>(undefined);

/** Vietnamese unless somebody chose English here before. */
export function LanguageProvider({ children }: { readonly children: ComponentChildren }) {
  const [language, speak] = useState<Language>(localStorage.getItem(kept) === 'en' ? 'en' : 'vi');
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(kept, language);
  }, [language]);
  const spoken: Spoken = {
    language,
    words: dictionaries[language],
    format: formats[language],
    speak,
    of: (text) => text[language],
  };
  return <Context.Provider value={spoken}>{children}</Context.Provider>;
}

/** The language of the page: its words, and how it writes dates and numbers. */
export function useLanguage(): Spoken {
  const spoken = useContext(Context);
  if (spoken === undefined) throw new Error('outside of LanguageProvider');
  return spoken;
}

/** The words of one part of the pages, which are loaded with it. */
export function useWords<W>(words: { readonly vi: W; readonly en: W }): W {
  return words[useLanguage().language];
}
