/** The mark that a reload may find the provider's session still open; holds no token. */
const mark = 'signed-in';

/** Whether it is worth asking the provider without showing a page. */
export const mayBeSignedIn = (): boolean => localStorage.getItem(mark) !== null;

/** Keeps or takes away the mark. */
export function markSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(mark, 'yes');
  else localStorage.removeItem(mark);
}
