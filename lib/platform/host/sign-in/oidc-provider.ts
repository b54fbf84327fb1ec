import type { DatabaseSync } from 'node:sqlite';
import Provider, {
  type Configuration,
  type ErrorOut,
  errors,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { causeOf, type Log } from '../log.ts';
import { PAGE_HEADERS } from '../page.ts';
import type { Accounts } from './accounts.ts';
import {
  ACCESS_TOKEN_SECONDS,
  API_SCOPE,
  accountClaims,
  CLIENT_ID,
  type TokenIssuer,
} from './mint-token.ts';
import { oidcAdapter } from './oidc-adapter.ts';
import type { SignInKeys } from './sign-in-keys.ts';
import { brokenPage, signedOutPage, signOutPage } from './sign-in-pages.ts';

export interface ProviderOptions extends TokenIssuer {
  readonly origin: string;
  readonly database: DatabaseSync;
  readonly keys: SignInKeys;
  readonly accounts: Accounts;
  readonly log: Log;
}

const FORTNIGHT = 14 * 24 * 3600;

/**
 * The OpenID provider of a host: authorisation code with PKCE for our own pages and nothing else. Access tokens are
 * JWTs for the API, good for a quarter of an hour; refresh tokens rotate and end with the session.
 */
export function createProvider(options: ProviderOptions): Provider {
  const provider = new Provider(options.issuer, configuration(options));
  // The gateway tells it the public scheme and host, and passes no forwarded header of a client on.
  provider.proxy = true;
  provider.on('server_error', (_, error) => {
    options.log({ level: 'error', message: 'sign-in failed', cause: causeOf(error) });
  });
  return provider;
}

function configuration(options: ProviderOptions): Configuration {
  const { origin, database, keys, accounts, audience } = options;
  const claimsOf = (id: string) => {
    const account = accounts.find(id);
    return account && { sub: id, ...accountClaims(account) };
  };
  return {
    adapter: oidcAdapter(database),
    jwks: { keys: [keys.signing] },
    cookies: { keys: [keys.cookies], ...cookies(origin) },
    clients: [client(origin)],
    scopes: ['openid', 'email'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientAuthMethods: ['none'],
    // Everything is of one origin; a browser names it with each POST, from the pages themselves too.
    clientBasedCORS: (_, from) => from === origin,
    interactions: { url: (_, { uid }) => `/sign-in/${uid}`, policy: withoutConsent() },
    findAccount: (_, id) => {
      const claims = claimsOf(id);
      return claims && { accountId: id, claims: () => claims };
    },
    extraTokenClaims: (_, token) => {
      const claims = 'accountId' in token ? claimsOf(token.accountId) : undefined;
      return claims && { email: claims.email, email_verified: claims.email_verified };
    },
    loadExistingGrant,
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 1800,
      Session: FORTNIGHT,
      Grant: FORTNIGHT,
      RefreshToken: FORTNIGHT,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) => show(context, signOutPage({ markup: form })),
        postLogoutSuccessSource: (context) => show(context, signedOutPage(`${origin}/`)),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          return {
            scope: API_SCOPE,
            audience,
            accessTokenTTL: ACCESS_TOKEN_SECONDS,
            accessTokenFormat: 'jwt',
            jwt: { sign: { alg: 'RS256' } },
          };
        },
      },
    },
    renderError: (context, { error, error_description: description }: ErrorOut) =>
      show(context, brokenPage(`${origin}/`, description ?? error)),
  };
}

function client(origin: string) {
  return {
    client_id: CLIENT_ID,
    client_name: 'Contest',
    token_endpoint_auth_method: 'none' as const,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code' as const],
    redirect_uris: [`${origin}/signed-in`, `${origin}/docs/oauth2-redirect.html`],
    post_logout_redirect_uris: [`${origin}/`],
  };
}

function cookies(origin: string) {
  const secure = origin.startsWith('https:');
  const base = { signed: true, httpOnly: true, secure, sameSite: 'lax' as const };
  return { long: { ...base, maxAge: FORTNIGHT * 1000 }, short: base };
}

/** Our own pages are the only client: there is nobody to consent to. */
function withoutConsent(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function loadExistingGrant(context: KoaContextWithOIDC) {
  const { session, client: asking, provider, account } = context.oidc;
  const clientId = asking?.clientId ?? '';
  const existing = session?.grantIdFor(clientId);
  const found = existing === undefined ? undefined : await provider.Grant.find(existing);
  if (found !== undefined) return found;
  const grant = new provider.Grant({ clientId, accountId: account?.accountId ?? '' });
  grant.addOIDCScope('openid email');
  for (const resource of Object.keys(context.oidc.resourceServers ?? {})) {
    grant.addResourceScope(resource, API_SCOPE);
  }
  await grant.save();
  return grant;
}

function show(context: KoaContextWithOIDC, text: string): void {
  context.set({ ...PAGE_HEADERS });
  context.body = text;
}
