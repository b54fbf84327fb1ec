import * as oauth from 'oauth4webapi';

/** Where people sign in and as which client; served beside the pages because each installation has its own. */
interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
}

interface Issuer {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: { readonly [oauth.allowInsecureRequests]?: boolean };
}

let issuer: Promise<Issuer> | undefined;

/** Who signs people in, found out once. @throws Error, and the next call asks again */
export function theIssuer(): Promise<Issuer> {
  issuer ??= discover().catch((error: unknown) => {
    issuer = undefined;
    throw error;
  });
  return issuer;
}

async function discover(): Promise<Issuer> {
  const told = await fetch('/sign-in.json', { cache: 'no-store' });
  const settings = signInSettings(await told.json());
  const url = new URL(settings.issuer);
  // A host on this machine speaks plain HTTP; nothing else may.
  const options = { [oauth.allowInsecureRequests]: location.protocol === 'http:' };
  const response = await oauth.discoveryRequest(url, options);
  const server = await oauth.processDiscoveryResponse(url, response);
  return {
    server,
    client: { client_id: settings.clientId, [oauth.clockSkew]: skewOf(told.headers) },
    options,
  };
}

/** How many seconds the server is ahead of this device, whose clock may be wrong: a new token must not be one that ended. */
function skewOf(headers: Headers): number {
  const date = Date.parse(headers.get('date') ?? '');
  const age = Number(headers.get('age') ?? 0) * 1000;
  return Number.isNaN(date + age) ? 0 : Math.round((date + age - Date.now()) / 1000);
}

function signInSettings(value: unknown): SignInSettings {
  const { issuer: url, clientId } = textsOf(value);
  if (url === undefined || clientId === undefined) throw new Error('/sign-in.json says nothing');
  return { issuer: url, clientId };
}

/** The texts of an object that came from outside. */
export function textsOf(value: unknown): { readonly [name: string]: string | undefined } {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    ),
  );
}
