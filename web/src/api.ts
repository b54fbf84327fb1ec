import { client } from '../../lib/contract/client.ts';
import { accessToken } from './sign-in-flow.ts';

/** The API of this origin, with the token of whoever is signed in. */
export const api = client({ origin: '', token: accessToken });
