/** The SDK's own defaults. What is not said it looks for in files that no function has: 10 ms of a cold start. */
const defaults = {
  maxAttempts: 3,
  retryMode: 'standard',
  defaultsMode: 'legacy',
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  userAgentAppId: '',
} as const;

/**
 * How a function's clients reach AWS: said outright, because finding it out (files, instance metadata) costs the
 * first call of every cold start. The variables are Lambda's own. @throws Error outside Lambda
 */
export function clientSettings(environment: { readonly [name: string]: string | undefined }) {
  const required = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw new Error(`${name} is not set`);
    return value;
  };
  return {
    ...defaults,
    authSchemePreference: [],
    region: required('AWS_REGION'),
    credentials: {
      accessKeyId: required('AWS_ACCESS_KEY_ID'),
      secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
      sessionToken: required('AWS_SESSION_TOKEN'),
    },
  };
}
