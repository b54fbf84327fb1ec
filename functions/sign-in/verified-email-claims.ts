/**
 * What the access token says about the person's address: Cognito leaves it out, and the API takes no ID tokens
 * (they are for the pages). Values are texts, as in Cognito's own tokens. No roles: those are read from the table.
 */
export const verifiedEmailClaims = (attributes: {
  readonly [name: string]: string | undefined;
}): { email?: string; email_verified: 'true' | 'false' } => {
  const verified = attributes['email_verified'] === 'true' ? 'true' : 'false';
  const email = attributes['email'];
  return email === undefined ? { email_verified: verified } : { email, email_verified: verified };
};
