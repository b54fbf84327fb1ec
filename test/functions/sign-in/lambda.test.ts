import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { handler } from '../../../functions/sign-in/lambda.ts';

const eventFor = (userAttributes: {
  [name: string]: string;
}): PreTokenGenerationV2TriggerEvent => ({
  version: '2',
  triggerSource: 'TokenGeneration_HostedAuth',
  region: 'ap-southeast-1',
  userPoolId: 'ap-southeast-1_example',
  userName: '8f5e0f0a-6a9e-4d5e-9f57-0d4a5f0f3c11',
  callerContext: { awsSdkVersion: '3', clientId: 'pages' },
  request: {
    userAttributes,
    groupConfiguration: {
      groupsToOverride: ['administrators'],
      iamRolesToOverride: [],
      preferredRole: undefined,
    },
    scopes: ['openid', 'email'],
  },
  response: { claimsAndScopeOverrideDetails: null as never },
});

const claimsFor = async (attributes: { [name: string]: string }) =>
  (await handler(eventFor(attributes))).response.claimsAndScopeOverrideDetails;

test('the access token says the address and that it is verified', async () => {
  const attributes = { sub: '8f5e', email: 'mai@example.vn', email_verified: 'true' };
  expect(await claimsFor(attributes)).toEqual({
    accessTokenGeneration: {
      claimsToAddOrOverride: { email: 'mai@example.vn', email_verified: 'true' },
    },
  });
});

test.each(['false', 'TRUE', '1', ''])('%j is not verified', async (given) => {
  const claims = await claimsFor({ email: 'mai@example.vn', email_verified: given });
  expect(claims.accessTokenGeneration?.claimsToAddOrOverride).toEqual({
    email: 'mai@example.vn',
    email_verified: 'false',
  });
});

test('without an address there is none to say, and nothing else of the person is said', async () => {
  const claims = await claimsFor({ name: 'Mai', 'custom:role': 'administrator' });
  expect(claims).toEqual({
    accessTokenGeneration: { claimsToAddOrOverride: { email_verified: 'false' } },
  });
});

test('the rest of the event goes back as it came', async () => {
  const event = eventFor({ email: 'mai@example.vn' });
  const { response: _before, ...sent } = event;
  const { response: _after, ...returned } = await handler(event);
  expect(returned).toEqual(sent);
});
