import type { Unsaved } from '../ui/use-saving.ts';

/** The sheet as it is typed: points as texts by what is marked, with a comma or a point. */
export interface TypedSheet {
  readonly points: { readonly [partId: string]: string };
  readonly comment: string;
  readonly note: string;
}

/** Points that were given and not saved, by sheet; in memory alone, because they are nobody else's to find. */
const sheets = new Map<string, Unsaved<TypedSheet>>();

/** What of a sheet was not saved when it was left. */
export const unsavedSheet = (name: string): Unsaved<TypedSheet> | undefined => sheets.get(name);

/** Keeps it while other pages are looked at; closing them asks first. */
export function keepSheet(name: string, unsaved: Unsaved<TypedSheet> | undefined): void {
  if (unsaved === undefined) sheets.delete(name);
  else sheets.set(name, unsaved);
}

addEventListener('beforeunload', (event) => {
  if (sheets.size > 0) event.preventDefault();
});
