/** The mark that a reload may find the provider's session still open; holds no token. */
export const wasSignedIn = 'signed-in';

/** Whether it is worth asking the provider without showing a page. */
export const mayBeSignedIn = (): boolean => localStorage.getItem(wasSignedIn) !== null;

/** Everything about tokens is loaded when somebody signs in: most readers never do. */
const flow = async () => await import('./sign-in-flow.ts');

/** Leaves for the sign-in pages and comes back to `returnTo`. `silently`: only if no page has to be shown. */
export async function signIn(returnTo: string, silently = false): Promise<void> {
  await (await flow()).signIn(returnTo, silently);
}
