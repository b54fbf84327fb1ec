import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { verifiedEmailClaims } from './verified-email-claims.ts';

/** Cognito's pre-token-generation trigger (V2): puts the verified address into the access token. */
export const handler = async (
  event: PreTokenGenerationV2TriggerEvent,
): Promise<PreTokenGenerationV2TriggerEvent> => ({
  ...event,
  response: {
    claimsAndScopeOverrideDetails: {
      accessTokenGeneration: {
        claimsToAddOrOverride: verifiedEmailClaims(event.request.userAttributes),
      },
    },
  },
});
