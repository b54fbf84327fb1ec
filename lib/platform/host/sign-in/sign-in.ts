import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Mailer } from '../../mailer.ts';
import type { Log } from '../log.ts';
import { accountsIn } from './accounts.ts';
import { createInteractions } from './interactions.ts';
import { mintToken, tokenIssuerOf } from './mint-token.ts';
import { createProvider } from './oidc-provider.ts';
import { CODE_LIMITS, type CodeLimits, signInCodes } from './sign-in-codes.ts';
import { openSignInDatabase } from './sign-in-database.ts';
import { openSignInKeys, publicKeySet } from './sign-in-keys.ts';

export interface SignInOptions {
  readonly dataFolder: string;
  readonly origin: string;
  readonly mailer: Mailer;
  readonly sourceIp: (request: IncomingMessage) => string;
  readonly log: Log;
  readonly codeLimits?: Partial<CodeLimits>;
}

export interface SignIn {
  readonly issuer: string;
  readonly audience: string;
  /** The public keys that verify its tokens. */
  readonly keys: ReturnType<typeof publicKeySet>;
  /** Answers below `/oidc` and `/sign-in`. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** An access token for the account of this mailbox, made when there is none. */
  token(email: string): Promise<string>;
  close(): void;
}

/** Opens a host's own sign-in: accounts, codes by mail, sessions and tokens, all kept in the data folder. */
export async function openSignIn(options: SignInOptions): Promise<SignIn> {
  const { dataFolder, origin } = options;
  const keys = await openSignInKeys(join(dataFolder, 'keys'));
  const database = openSignInDatabase(join(dataFolder, 'sign-in.sqlite'));
  const accounts = accountsIn(database);
  const issuer = tokenIssuerOf(origin);
  const codeLimits = { ...CODE_LIMITS, ...options.codeLimits };
  const provider = createProvider({ ...options, ...issuer, database, keys, accounts });
  const interact = createInteractions({
    ...options,
    provider,
    accounts,
    codes: signInCodes(database, keys.codes, codeLimits),
    codeSeconds: codeLimits.seconds,
  });
  const serve = provider.callback();
  const publicHost = new URL(origin);

  return {
    ...issuer,
    keys: publicKeySet(keys),
    async handle(request, response) {
      const { url = '' } = request;
      if (!/^\/oidc(?:[/?]|$)/.test(url)) return await interact(request, response);
      // The library reads where it is mounted from what is missing between the two.
      Object.assign(request, { originalUrl: url, url: url.slice('/oidc'.length) || '/' });
      request.headers.host = publicHost.host;
      request.headers['x-forwarded-host'] = publicHost.host;
      request.headers['x-forwarded-proto'] = publicHost.protocol.slice(0, -1);
      request.headers['x-forwarded-for'] = options.sourceIp(request);
      await serve(request, response);
    },
    token: async (email) => await mintToken(keys, issuer, accounts.forEmail(email)),
    close: () => database.close(),
  };
}
