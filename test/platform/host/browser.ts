import { createHash, randomBytes } from 'node:crypto';

/** What of a browser a sign-in needs: cookies by path, and no following of redirects. */
export interface Browser {
  get(address: string): Promise<Response>;
  /** Sends a form, as a page of this origin would. */
  post(
    address: string,
    form: { readonly [name: string]: string },
    headers?: { readonly [name: string]: string },
  ): Promise<Response>;
}

interface Cookie {
  readonly path: string;
  readonly value: string;
}

export function openBrowser(origin: string): Browser {
  const cookies = new Map<string, Cookie>();

  function keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/; */);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((text) => /^path=/i.test(text))?.slice(5) ?? '/';
      if (value === '') cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { path, value });
    }
  }

  async function send(address: string, init: RequestInit): Promise<Response> {
    const url = new URL(address, origin);
    const fitting = [...cookies].filter(([, { path }]) => isBelow(url.pathname, path));
    const cookie = fitting.map(([name, { value }]) => `${name.split(' ')[0]}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(response);
    return response;
  }

  return {
    get: async (address) => await send(address, {}),
    post: async (address, form, headers = {}) =>
      await send(address, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin,
          'sec-fetch-site': 'same-origin',
          ...headers,
        },
        body: new URLSearchParams(form).toString(),
      }),
  };
}

function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** The verifier of RFC 7636 and its S256 challenge. */
export function pkce(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

/** The address that begins a sign-in. */
export function authorizationAddress(
  origin: string,
  changed: { [name: string]: string } = {},
): string {
  const query = new URLSearchParams({
    client_id: 'contest-web',
    response_type: 'code',
    redirect_uri: `${origin}/signed-in`,
    scope: 'openid email',
    state: 'state-1',
    ...changed,
  });
  return `/oidc/auth?${query}`;
}

/** Where a response leads, below the origin. */
export function leadsTo(response: Response): string {
  return response.headers.get('location') ?? '';
}
