import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { acknowledgementsFor } from './acknowledgements.ts';
import type { ContestApp } from './contest-app.ts';

/** The rules that gate a synthesis. */
export const nagPacks = (): readonly NagPack[] => [
  new AwsSolutionsChecks(),
  new ServerlessChecks(),
];

/** The construct at `data/Documents`. @throws Error when there is none, so that no acknowledgement outlives its cause */
export const constructAt = (stacks: ContestApp['stacks'], path: string): IConstruct => {
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

/** Lets the app's synthesis fail on any finding that is not acknowledged with a reason. */
export const checkWithNag = ({ app, stage, stacks }: ContestApp): void => {
  Validations.of(app).addPlugins(...nagPacks());
  for (const { at, id, reason } of acknowledgementsFor(stage)) {
    Validations.of(constructAt(stacks, at)).acknowledge({ id, reason });
  }
};
