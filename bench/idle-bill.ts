import { Code } from 'aws-cdk-lib/aws-lambda';
import { routes } from '../lib/contract/routes.ts';
import { cdkContext } from '../lib/infra/cdk-context.ts';
import { makeContestApp } from '../lib/infra/contest-app.ts';
import {
  idleBill,
  referenceAtRest,
  type TemplateResource,
  totalOf,
} from '../lib/infra/idle-bill.ts';
import type { Section } from './report.ts';

/** What a month costs in which nobody comes (P10b), from the templates of the prod stage. */
export const idleMonth = async (): Promise<readonly Section[]> => {
  const { app } = makeContestApp({
    routes: Object.values(routes),
    code: () => Code.fromInline('exports.handler = undefined'),
    props: { context: { ...cdkContext(), stage: 'prod' } },
  });
  const resources = app.synth().stacks.flatMap((stack): TemplateResource[] => {
    const template: { Resources: { [id: string]: TemplateResource } } = stack.template;
    return Object.values(template.Resources);
  });
  const bill = idleBill(resources, referenceAtRest);
  return [
    {
      title: 'An idle month (P10b: at most 2.00 USD)',
      columns: ['what', 'count', 'USD'],
      rows: [
        ...bill.map(({ what, count, usd }) => [what, count, usd.toFixed(3)]),
        ['**in all**', '', `**${totalOf(bill).toFixed(2)}**`],
      ],
      notes: [],
    },
  ];
};
