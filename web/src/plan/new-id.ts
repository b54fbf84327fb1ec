import { foldForSearch } from '../../../lib/contest/fold.ts';

/** An id as the rules of a plan want one, from a name: `Dự án số 1` becomes `du-an-so-1`. */
export const idFrom = (name: string): string =>
  foldForSearch(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-|-$/g, '');
