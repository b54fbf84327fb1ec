import * as oauth from 'oauth4webapi';
import { hasAskedElsewhere, markSignedIn, signedInAgain } from './signed-in-mark.ts';
import { SignedOut } from './signed-out.ts';

/** Where people sign in and as which client; served beside the pages because each installation has its own. */
interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
  /** By this device's clock, in milliseconds. */
  readonly endsAt: number;
}

interface Issuer {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: { readonly [oauth.allowInsecureRequests]?: boolean };
}

const scope = 'openid email';
const callback = '/signed-in';
const underWay = 'sign-in';

/** Only in memory: a reload asks the provider again, which still knows the browser by its own cookie. */
let tokens: Tokens | undefined;
let issuer: Promise<Issuer> | undefined;

/** Between the tabs of this origin in this browser. */
const tabs = new BroadcastChannel('signed-in-again');
tabs.onmessage = ({ data }: MessageEvent<Tokens>) => {
  if (!hasAskedElsewhere()) return;
  tokens = data;
  dispatchEvent(new Event(signedInAgain));
};

/** Whether somebody is signed in on this page. */
export const isSignedIn = (): boolean => tokens !== undefined;

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

/** Gives this tab's tokens to the tab that asked for them, by memory alone: what is typed there stays. */
export function handTokensOver(): void {
  tabs.postMessage(tokens);
}

/** Forgets the tokens and ends the provider's session as well. */
export async function signOut(): Promise<void> {
  const { server, client } = await theIssuer();
  const hint = tokens?.id;
  tokens = undefined;
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
  tokens = {
    access: reply.access_token,
    refresh: reply.refresh_token ?? tokens?.refresh,
    id: reply.id_token ?? tokens?.id,
    endsAt: Date.now() + (reply.expires_in ?? 300) * 1000,
  };
  markSignedIn(true);
  return tokens.access;
}

function theIssuer(): Promise<Issuer> {
  issuer ??= discover().catch((error: unknown) => {
    issuer = undefined;
    throw error;
  });
  return issuer;
}

async function discover(): Promise<Issuer> {
  const settings = signInSettings(await (await fetch('/sign-in.json')).json());
  const url = new URL(settings.issuer);
  // A host on this machine speaks plain HTTP; nothing else may.
  const options = { [oauth.allowInsecureRequests]: location.protocol === 'http:' };
  const response = await oauth.discoveryRequest(url, options);
  const server = await oauth.processDiscoveryResponse(url, response);
  return { server, client: { client_id: settings.clientId }, options };
}

function signInSettings(value: unknown): SignInSettings {
  const { issuer: url, clientId } = textsOf(value);
  if (url === undefined || clientId === undefined) throw new Error('/sign-in.json says nothing');
  return { issuer: url, clientId };
}

function begunSignIn(text: string) {
  const { verifier = '', state = '', returnTo = '/' } = textsOf(JSON.parse(text));
  // Only ever back into these pages.
  return { verifier, state, returnTo: /^\/(?!\/)/.test(returnTo) ? returnTo : '/' };
}

function textsOf(value: unknown): { readonly [name: string]: string | undefined } {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  );
}
