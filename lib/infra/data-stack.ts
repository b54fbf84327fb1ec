import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { type Buckets, makeBuckets } from './buckets.ts';
import { type CodeOf, makeFunction } from './contest-function.ts';
import { makeDocumentLinks } from './document-links.ts';
import { signInFunction } from './function-shapes.ts';
import { scanForMalware } from './malware-scan.ts';
import { makeSignIn, type SignIn } from './sign-in.ts';
import { type Stage, stateRemoval } from './stage.ts';
import { makeTables, type Tables } from './tables.ts';

/** All that must outlive a deployment. */
export interface DataStack {
  readonly stack: Stack;
  readonly tables: Tables;
  readonly buckets: Buckets;
  /** Where links to dossiers lead. */
  readonly documentLinks: Distribution;
  /** Ed25519; its public half is published with every result. */
  readonly signingKey: Key;
  readonly signIn: SignIn;
  readonly signInFunction: LambdaFunction;
}

/** The one key worth 1 USD a month: results stay verifiable only while nobody can copy it. */
const makeSigningKey = (scope: Construct, stage: Stage): Key =>
  new Key(scope, 'SigningKey', {
    description: 'Signs receipts and results of the contest (Ed25519)',
    keySpec: KeySpec.ECC_NIST_EDWARDS25519,
    keyUsage: KeyUsage.SIGN_VERIFY,
    pendingWindow: Duration.days(30),
    removalPolicy: stateRemoval(stage),
  });

/** Makes the stateful stack; in prod it is protected against termination and everything in it is retained. */
export const makeDataStack = (scope: Construct, stage: Stage, code: CodeOf): DataStack => {
  const stack = new Stack(scope, `contest-${stage.name}-data`, {
    env: { region: stage.region },
    description: 'Contest: tables, buckets, signing key and people',
    terminationProtection: stage.retained,
  });
  const buckets = makeBuckets(stack, stage);
  scanForMalware(stack, buckets.documents);
  const trigger = makeFunction(stack, stage, code, signInFunction);
  const signIn = makeSignIn(stack, stage, trigger);
  new CfnOutput(stack, 'LoginPages', { value: signIn.domain.baseUrl() });
  new CfnOutput(stack, 'Issuer', { value: signIn.pool.userPoolProviderUrl });
  new CfnOutput(stack, 'ClientId', { value: signIn.client.userPoolClientId });
  const tables = makeTables(stack, stage);
  // The first administrator is put into it by hand: nobody may make themselves one.
  new CfnOutput(stack, 'MainTable', { value: tables.main.tableName });
  return {
    stack,
    tables,
    buckets,
    documentLinks: makeDocumentLinks(stack, stage, buckets),
    signingKey: makeSigningKey(stack, stage),
    signIn,
    signInFunction: trigger,
  };
};
