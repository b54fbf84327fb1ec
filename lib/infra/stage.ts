import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';

/** One installation of the system, as named on the command line: `cdk deploy -c stage=prod -c origin=…`. */
export interface Stage {
  readonly name: 'dev' | 'prod';
  readonly region: string;
  /** Where people reach it, without a slash at the end. */
  readonly origin: string;
  /** In us-east-1 (CloudFront reads it there); without it the origin must be the distribution's own name. */
  readonly certificateArn: string | undefined;
  /** A sender whose domain is verified in SES; without it Cognito sends its own 50 mails a day. */
  readonly mailFrom: string | undefined;
  /** Who hears of alarms. */
  readonly alarmMail: string | undefined;
  /** What holds the contest's data survives the stack, and deleting it takes two deliberate steps. */
  readonly retained: boolean;
}

/** Stands in until `-c origin` names the real one; RFC 2606 keeps it from ever resolving. */
const unknownOrigin = 'https://contest.invalid';

const contextText = (node: Node, name: string): string | undefined => {
  const given: unknown = node.tryGetContext(name);
  if (given === undefined || given === '') return undefined;
  if (typeof given !== 'string') throw new Error(`-c ${name} takes a text`);
  return given;
};

const stageName = (given: string): Stage['name'] => {
  if (given === 'dev' || given === 'prod') return given;
  throw new Error(`-c stage is dev or prod, not ${given}`);
};

const checkedOrigin = (given: string): string => {
  const url = new URL(given);
  if (url.protocol === 'https:' && url.origin === given) return given;
  throw new Error(`-c origin is https and a host, without a path: ${given}`);
};

/** Reads the stage from the context. @throws Error naming the value that is not right */
export const readStage = (node: Node): Stage => {
  const name = stageName(contextText(node, 'stage') ?? 'dev');
  return {
    name,
    region: contextText(node, 'region') ?? 'ap-southeast-1',
    origin: checkedOrigin(contextText(node, 'origin') ?? unknownOrigin),
    certificateArn: contextText(node, 'certificate'),
    mailFrom: contextText(node, 'mailFrom'),
    alarmMail: contextText(node, 'alarmMail'),
    retained: name === 'prod',
  };
};

/** Whether `-c origin` is still to be given: pages, mails and sign-in point nowhere until it is. */
export const isOriginUnknown = (stage: Stage): boolean => stage.origin === unknownOrigin;

/** The host of the origin. */
export const hostOf = (stage: Stage): string => new URL(stage.origin).host;

/** Who mails come from; until a sender is verified SES refuses it, and the dead-letter alarm says so. */
export const senderOf = (stage: Stage): string => stage.mailFrom ?? `no-reply@${hostOf(stage)}`;

/** The domain that SES has to have verified. */
export const senderDomain = (stage: Stage): string => senderOf(stage).replace(/^.*@/, '');

/** What becomes of the contest's data and its logs when the stack goes. */
export const stateRemoval = (stage: Stage): RemovalPolicy =>
  stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

/** A year where the contest is real, so that a complaint can be looked into; a month elsewhere. */
export const logRetention = (stage: Stage): RetentionDays =>
  stage.retained ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH;
