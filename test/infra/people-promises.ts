import { expect, test } from 'vitest';
import { referenced, type Templates } from './synthesize.ts';

/** What the signing key and the sign-in promise, in prod. */
export const peoplePromises = (get: () => Templates): void => {
  const resources = (type: string) => get().data.findResources(type);

  test('the signing key is Ed25519, for signing only, and 30 days from deletion', () => {
    const [key] = Object.values(resources('AWS::KMS::Key'));
    expect(key?.['Properties']).toMatchObject({
      KeySpec: 'ECC_NIST_EDWARDS25519',
      KeyUsage: 'SIGN_VERIFY',
      PendingWindowInDays: 30,
    });
  });

  test('sign-in: code with PKCE and no secret, short tokens, nothing about oneself to set but the address', () => {
    const [client, ...others] = Object.values(resources('AWS::Cognito::UserPoolClient'));
    expect(others).toEqual([]);
    expect(client?.['Properties']).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      CallbackURLs: ['https://contest.example.vn/signed-in'],
      LogoutURLs: ['https://contest.example.vn/'],
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
      ReadAttributes: ['email', 'email_verified'],
      WriteAttributes: ['email'],
    });
    const [pool] = Object.values(resources('AWS::Cognito::UserPool'));
    expect(pool?.['Properties']).toMatchObject({
      UserPoolTier: 'ESSENTIALS',
      DeletionProtection: 'ACTIVE',
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      Schema: [{ Name: 'email', Required: true, Mutable: true }],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    });
    expect(pool?.['Properties'].Policies.SignInPolicy.AllowedFirstAuthFactors).toEqual([
      'PASSWORD',
      'EMAIL_OTP',
    ]);
    const { LambdaVersion, LambdaArn } = pool!['Properties'].LambdaConfig.PreTokenGenerationConfig;
    expect([LambdaVersion, referenced(LambdaArn)]).toEqual(['V2_0', 'SignIn']);
  });
};
