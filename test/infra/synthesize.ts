import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { routes } from '../../lib/contract/routes.ts';
import { cdkContext } from '../../lib/infra/cdk-context.ts';
import { type ContestApp, makeContestApp } from '../../lib/infra/contest-app.ts';
import { checkWithNag } from '../../lib/infra/nag.ts';

/** As a department would call it: `-c stage=prod -c origin=… -c certificate=… -c mailFrom=… -c alarmMail=…`. */
export const prodContext = {
  stage: 'prod',
  origin: 'https://contest.example.vn',
  certificate: 'arn:aws:acm:us-east-1:111122223333:certificate/7b1f',
  mailFrom: 'no-reply@contest.example.vn',
  alarmMail: 'it@example.vn',
} as const;

/** The app without bundled code: bundles.test.ts looks at that. */
export const buildApp = (context: { readonly [name: string]: string }): ContestApp =>
  makeContestApp({
    routes: Object.values(routes),
    code: () => Code.fromInline('exports.handler = undefined'),
    props: {
      context: { ...cdkContext(), ...context },
      treeMetadata: false,
      stackTraces: false,
    },
  });

export interface Templates {
  readonly data: Template;
  readonly api: Template;
  readonly web: Template;
  readonly contest: ContestApp;
}

/** The three templates of the prod stage, synthesized with all checks on. */
export const synthesizeProd = (): Templates => {
  const contest = buildApp(prodContext);
  checkWithNag(contest);
  const { data, api, web } = contest.stacks;
  return {
    contest,
    data: Template.fromStack(data),
    api: Template.fromStack(api),
    web: Template.fromStack(web),
  };
};

/** A logical id without the hash at its end. */
export const plainId = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '');

/** The logical id that a reference names, in this stack or another one, without its hash; else the value as text. */
export const referenced = (value: unknown): string => {
  const text = JSON.stringify(value);
  const exported = /:ExportsOutput(?:Ref|FnGetAtt)([A-Za-z0-9]+?)[0-9A-F]{8}/.exec(text)?.[1];
  const local = /"(?:Ref|Fn::GetAtt)":\[?"([A-Za-z0-9]+)"/.exec(text)?.[1];
  return exported ?? (local === undefined ? text : plainId(local));
};

/** In byte order, so that two lists compare whatever order they were made in. */
export const sorted = (texts: Iterable<string>): string[] =>
  [...texts].sort((a, b) => Number(a > b) - Number(a < b));
