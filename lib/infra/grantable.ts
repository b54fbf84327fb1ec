import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { EnvironmentName } from '../platform/aws/environment.ts';
import type { Schedules } from './schedules.ts';
import type { Stage } from './stage.ts';

/** What may be granted. */
export interface Grantable {
  readonly stage: Stage;
  readonly main: TableV2;
  readonly ledger: TableV2;
  readonly documents: Bucket;
  /** Where links to them lead, without a slash at the end. */
  readonly documentsOrigin: string;
  readonly results: Bucket;
  readonly signingKey: Key;
  readonly schedules: Schedules;
}

/** Permissions, and the variables that name what they are for. */
export interface Grant {
  readonly statements: readonly PolicyStatement[];
  readonly environment: { readonly [name in EnvironmentName]?: string };
}

/** One statement; conditions by operator, then key. */
export const allow = (
  actions: string[],
  resources: string[],
  conditions: { [operator: string]: { [key: string]: string } } = {},
): PolicyStatement => new PolicyStatement({ actions, resources, conditions });
