/** Leaves for the sign-in pages and comes back to `returnTo`. All about tokens is loaded then: most readers never sign in. */
export async function signIn(returnTo: string): Promise<void> {
  await (await import('./sign-in-flow.ts')).signIn(returnTo);
}
