/** The mark that a reload may find the provider's session still open; holds no token. */
const mark = 'signed-in';

/** The event of the window after somebody signed in again in another tab. */
export const signedInAgain = 'signed-in-again';

/** Calls back each time that happens; what comes back ends it. */
export function onSignedInAgain(call: () => void): () => void {
  addEventListener(signedInAgain, call);
  return () => removeEventListener(signedInAgain, call);
}

/** Where that tab begins and ends, with the name of the tab that opened it. */
export const signInAgainAt = '/signed-in?again=';

/** The name of this tab among the others: for whom a sign-in was. */
const thisTab = crypto.randomUUID();
let waits = false;

/** Opens that tab, and waits for what it brings. */
export function signInElsewhere(): void {
  waits = true;
  open(signInAgainAt + thisTab, '_blank');
}

/** Whether this tab asked for it, once: a refresh token is good for one tab, the provider ends a session that uses it twice. */
export function hasAskedElsewhere(tab: string): boolean {
  const asked = waits && tab === thisTab;
  if (asked) waits = false;
  return asked;
}

/** Whether it is worth asking the provider without showing a page. */
export const mayBeSignedIn = (): boolean => localStorage.getItem(mark) !== null;

/** Keeps or takes away the mark. */
export function markSignedIn(isSignedIn: boolean): void {
  if (isSignedIn) localStorage.setItem(mark, 'yes');
  else localStorage.removeItem(mark);
}
