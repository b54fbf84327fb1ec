/** How far an entry has come. */
export type EntryState = 'draft' | 'submitted' | 'eligible' | 'ineligible' | 'withdrawn';
