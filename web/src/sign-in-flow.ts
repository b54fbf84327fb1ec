import * as oauth from 'oauth4webapi';
import { textsOf, theIssuer } from './sign-in-issuer.ts';
import { hasAskedElsewhere, markSignedIn, signedInAgain } from './signed-in-mark.ts';
import { SignedOut } from './signed-out.ts';

interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
  /** By this device's clock, in milliseconds. */
  readonly endsAt: number;
}

/** What one tab gives to the one tab that asked for it. */
interface HandedOver {
  readonly to: string;
  readonly tokens: Tokens;
  readonly person: string | undefined;
}

const scope = 'openid email';
const callback = '/signed-in';
const underWay = 'sign-in';

/** Only in memory: a reload asks the provider again, which still knows the browser by its own cookie. */
let tokens: Tokens | undefined;
/** Whose session this is or was, as the provider names them. */
let person: string | undefined;

/** Between the tabs of this origin in this browser. */
const tabs = new BroadcastChannel('signed-in-again');
tabs.onmessage = ({ data }: MessageEvent<HandedOver>) => {
  if (!hasAskedElsewhere(data.to)) return;
  // What is typed here is whoever began it: another account starts from what is stored.
  if (person !== undefined && data.person !== person) return location.reload();
  ({ tokens, person } = data);
  dispatchEvent(new Event(signedInAgain));
};

/** Whether somebody is signed in on this page. */
export const isSignedIn = (): boolean => tokens !== undefined;

/** Whether somebody was since it was loaded: what they typed may be kept here, so the page is not left to sign in again. */
export const wasSignedIn = (): boolean => person !== undefined;

/** Where the sign-in under way was going; the first page where none is. */
export function wayOn(): string {
  const begun = sessionStorage.getItem(underWay);
  return begun === null ? '/' : begunSignIn(begun).returnTo;
}

/** Leaves for the sign-in pages and comes back to `returnTo`. `silently`: only if no page has to be shown. */
export async function signIn(returnTo: string, silently = false): Promise<void> {
  const { server, client } = await theIssuer();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  sessionStorage.setItem(underWay, JSON.stringify({ verifier, state, returnTo }));
  const url = new URL(server.authorization_endpoint ?? '');
  const query = {
    client_id: client.client_id,
    redirect_uri: location.origin + callback,
    response_type: 'code',
    scope,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(silently ? { prompt: 'none' } : {}),
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  location.assign(url);
}

/** The second half of a sign-in, on the page the provider sends people back to: where they were going. */
export async function finishSignIn(): Promise<string> {
  const begun = sessionStorage.getItem(underWay);
  sessionStorage.removeItem(underWay);
  if (begun === null) return '/';
  const { verifier, state, returnTo } = begunSignIn(begun);
  const { server, client, options } = await theIssuer();
  const answer = new URL(location.href);
  if (answer.searchParams.get('error') === 'login_required') {
    markSignedIn(false);
    return returnTo;
  }
  const parameters = oauth.validateAuthResponse(server, client, answer, state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    location.origin + callback,
    verifier,
    options,
  );
  keep(await oauth.processAuthorizationCodeResponse(server, client, response));
  return returnTo;
}

/** A token that is good for the next half minute. @throws Error when nobody is signed in, or no longer */
export async function accessToken(): Promise<string> {
  if (tokens === undefined) throw new SignedOut();
  if (tokens.endsAt - Date.now() > 30_000) return tokens.access;
  renewal ??= renew(tokens).finally(() => {
    renewal = undefined;
  });
  return await renewal;
}

/** The API no longer takes the token: the next call asks for another. */
export function distrustToken(): void {
  if (tokens !== undefined) tokens = { ...tokens, endsAt: 0 };
}

/**
 * Gives this tab's tokens to the tab that asked for them, by memory alone: what is typed there stays. They are that tab's
 * alone from then on: where refresh tokens rotate, two that use one at the same time end the session.
 */
export function handTokensOver(to: string): void {
  if (tokens === undefined) return;
  const handed: HandedOver = { to, tokens, person };
  tabs.postMessage(handed);
  tokens = undefined;
}

/** Forgets the tokens and ends the provider's session as well. */
export async function signOut(): Promise<void> {
  const { server, client } = await theIssuer();
  const hint = tokens?.id;
  tokens = undefined;
  // Nothing half written is left to whoever sits down at this device next.
  sessionStorage.clear();
  markSignedIn(false);
  const url = new URL(server.end_session_endpoint ?? location.origin);
  url.searchParams.set('client_id', client.client_id);
  url.searchParams.set('post_logout_redirect_uri', `${location.origin}/`);
  if (hint !== undefined) url.searchParams.set('id_token_hint', hint);
  location.assign(url);
}

let renewal: Promise<string> | undefined;

async function renew({ refresh }: Tokens): Promise<string> {
  if (refresh === undefined) throw new SignedOut();
  const { server, client, options } = await theIssuer();
  const response = await oauth.refreshTokenGrantRequest(
    server,
    client,
    oauth.None(),
    refresh,
    options,
  );
  try {
    return keep(await oauth.processRefreshTokenResponse(server, client, response));
  } catch (error) {
    if (!(error instanceof oauth.ResponseBodyError)) throw error;
    tokens = undefined;
    throw new SignedOut();
  }
}

function keep(reply: oauth.TokenEndpointResponse): string {
  person = oauth.getValidatedIdTokenClaims(reply)?.sub ?? person;
  tokens = {
    access: reply.access_token,
    refresh: reply.refresh_token ?? tokens?.refresh,
    id: reply.id_token ?? tokens?.id,
    endsAt: Date.now() + (reply.expires_in ?? 300) * 1000,
  };
  markSignedIn(true);
  return tokens.access;
}

function begunSignIn(text: string) {
  const { verifier = '', state = '', returnTo = '/' } = textsOf(JSON.parse(text));
  // Only ever back into these pages.
  return { verifier, state, returnTo: /^\/(?!\/)/.test(returnTo) ? returnTo : '/' };
}
