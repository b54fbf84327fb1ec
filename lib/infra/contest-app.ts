import { Annotations, App, type AppProps, type Stack, Tags } from 'aws-cdk-lib';
import { makeApiStack } from './api-stack.ts';
import type { CodeOf } from './contest-function.ts';
import { makeDataStack } from './data-stack.ts';
import type { ApiRoute } from './http-api.ts';
import { isOriginUnknown, readStage, type Stage } from './stage.ts';
import { makeWebStack } from './web-stack.ts';

export interface ContestApp {
  readonly app: App;
  readonly stage: Stage;
  readonly stacks: { readonly data: Stack; readonly api: Stack; readonly web: Stack };
}

export interface ContestAppOptions {
  /** The route table's. */
  readonly routes: readonly ApiRoute[];
  readonly code: CodeOf;
  readonly props?: AppProps;
}

/** Builds the three stacks of one stage, not yet checked: see `checkWithNag`. @throws Error on a wrong context */
export const makeContestApp = ({ routes, code, props }: ContestAppOptions): ContestApp => {
  const app = new App(props);
  const stage = readStage(app.node);
  const data = makeDataStack(app, stage, code);
  const api = makeApiStack(app, stage, code, { data, routes });
  const web = makeWebStack(app, stage, { data, api: api.api });
  Tags.of(app).add('contest-stage', stage.name);
  if (isOriginUnknown(stage)) {
    Annotations.of(data.stack).addWarningV2(
      'contest:origin',
      'no -c origin: sign-in, uploads and mails will point nowhere',
    );
  }
  return { app, stage, stacks: { data: data.stack, api: api.stack, web: web.stack } };
};
