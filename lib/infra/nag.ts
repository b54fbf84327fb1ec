import { type App, type Stack, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { acknowledgementsFor } from './acknowledgements.ts';
import type { Stage } from './stage.ts';

export type StackName = 'data' | 'api' | 'web';

/** The construct at `data/Documents/Policy`. @throws Error when there is none, so that no acknowledgement outlives its cause */
const constructAt = (stacks: { readonly [name in StackName]: Stack }, path: string): IConstruct => {
  const [name, ...ids] = path.split('/');
  if (name !== 'data' && name !== 'api' && name !== 'web') throw new Error(`no stack for ${path}`);
  let found: IConstruct = stacks[name];
  for (const id of ids) {
    const child = found.node.tryFindChild(id);
    if (child === undefined) throw new Error(`no construct at ${path}: ${id} is not there`);
    found = child;
  }
  return found;
};

/** Lets `synth` fail on any finding of the AwsSolutions and Serverless packs that is not acknowledged with a reason. */
export const checkWithNag = (
  app: App,
  stage: Stage,
  stacks: { readonly [name in StackName]: Stack },
): void => {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  for (const { at, id, reason } of acknowledgementsFor(stage)) {
    Validations.of(constructAt(stacks, at)).acknowledge({ id, reason });
  }
};
