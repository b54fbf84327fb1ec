import { type Client, client } from '../../lib/contract/client.ts';
import { accessToken, distrustToken } from './sign-in-flow.ts';
import { isSignedOut } from './signed-out.ts';

const trusting = client({ origin: '', token: accessToken });

/**
 * The API of this origin, with the token of whoever is signed in. Where it is not taken any more, another one is asked for
 * and the call made once more: nothing was done by the first. @throws SignedOut when there is none to be had
 */
export const api: Client = {
  call: async (route, ...args) => {
    try {
      return await trusting.call(route, ...args);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      distrustToken();
      return await trusting.call(route, ...args);
    }
  },
};
