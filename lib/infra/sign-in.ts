import { Aws, Duration } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolDomain,
  UserPoolEmail,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type Stage, senderDomain, stateRemoval } from './stage.ts';

export interface SignIn {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;
}

const mailOf = (stage: Stage): UserPoolEmail =>
  stage.mailFrom === undefined
    ? UserPoolEmail.withCognito()
    : UserPoolEmail.withSES({
        fromEmail: stage.mailFrom,
        sesRegion: stage.region,
        sesVerifiedDomain: senderDomain(stage),
      });

const makePool = (scope: Construct, stage: Stage): UserPool =>
  new UserPool(scope, 'People', {
    featurePlan: FeaturePlan.ESSENTIALS,
    selfSignUpEnabled: true,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true } },
    // Applicants come once a year and have no password to forget: a code by mail signs them in.
    signInPolicy: { allowedFirstAuthFactors: { password: true, emailOtp: true } },
    passwordPolicy: {
      minLength: 12,
      requireDigits: true,
      requireLowercase: true,
      requireUppercase: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    // Cognito refuses codes by mail in a pool where a second factor is required; judges and organisers enrol theirs.
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    email: mailOf(stage),
    userVerification: {
      emailSubject: 'Mã xác nhận / Verification code',
      emailBody: 'Mã xác nhận của bạn: {####}<br>Your verification code: {####}',
    },
    deletionProtection: stage.retained,
    removalPolicy: stateRemoval(stage),
  });

const makeClient = (scope: Construct, pool: UserPool, stage: Stage): UserPoolClient =>
  new UserPoolClient(scope, 'Pages', {
    userPool: pool,
    // Code + PKCE from a browser, which can keep no secret.
    generateSecret: false,
    authFlows: { user: true },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${stage.origin}/signed-in`],
      logoutUrls: [`${stage.origin}/`],
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(12),
    // There are no custom attributes, and people may change nothing but their address.
    readAttributes: new ClientAttributes().withStandardAttributes({
      email: true,
      emailVerified: true,
    }),
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
  });

/** The user pool, its one client and the managed login pages. A token says who somebody is and nothing more. */
export const makeSignIn = (scope: Construct, stage: Stage, trigger: IFunction): SignIn => {
  const pool = makePool(scope, stage);
  pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, trigger, LambdaVersion.V2_0);
  const client = makeClient(scope, pool, stage);
  const domain = new UserPoolDomain(scope, 'Login', {
    userPool: pool,
    cognitoDomain: { domainPrefix: `contest-${stage.name}-${Aws.ACCOUNT_ID}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  // Without a style of its own a client has no managed login pages.
  new CfnManagedLoginBranding(scope, 'LoginStyle', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  });
  return { pool, client, domain };
};
