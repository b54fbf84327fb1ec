import type { DerivationWords, Language } from './derivation-words.ts';

/** What stands for the ids in a written derivation. */
export interface DerivationNames {
  readonly language: Language;
  readonly words: DerivationWords;
  /** Code and title by entry id. */
  readonly entries: ReadonlyMap<string, { readonly code: string; readonly title: string }>;
  /** Names by person id, of judges and of those who decided. */
  readonly people: ReadonlyMap<string, string>;
}

/** The text so that nothing in it is markup: it was typed by strangers. */
export const plainly = (text: string): string =>
  text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\`*_{}[\]<>#|~!]/gu, '\\$&');

/** An entry by its code. */
export const codeOf = ({ entries }: DerivationNames, entryId: string): string =>
  plainly(entries.get(entryId)?.code ?? entryId);

/** A person by name. */
export const personOf = ({ people }: DerivationNames, personId: string): string =>
  plainly(people.get(personId) ?? personId);

/** Codes of a group, in the order of their codes. */
export const codesOf = (names: DerivationNames, entryIds: readonly string[]): string =>
  entryIds
    .map((entryId) => codeOf(names, entryId))
    .sort()
    .join(', ');
