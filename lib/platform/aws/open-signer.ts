import { KMSClient } from '@aws-sdk/client-kms';
import type { Signer } from '../signer.ts';
import { clientSettings } from './client-settings.ts';
import { environmentValue } from './environment.ts';
import { createKmsSigner } from './kms-signer.ts';

/** The signing key this function was given. */
export function openSigner(): Signer {
  const client = new KMSClient(clientSettings(process.env));
  return createKmsSigner({ client, keyId: environmentValue('SIGNING_KEY_ID') });
}
