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

/** Prints what a month costs in which nobody comes (P10b), from the templates of the prod stage. */
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
for (const line of bill) {
  console.log(`${line.usd.toFixed(3).padStart(8)} USD  ${line.what} (${line.count})`);
}
console.log(`${totalOf(bill).toFixed(2).padStart(8)} USD  an idle month; at most 2.00`);
