import { type BillPart, contestBill, costOf } from '../lib/infra/contest-bill.ts';
import { countedEntries, countedSheets, countedSteps } from './price/counted-steps.ts';
import {
  assumed,
  reference,
  referenceUse,
  type ScaledStep,
  scaledStep,
} from './price/reference-contest.ts';
import type { Section } from './report.ts';
import { fixed } from './statistics.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** What the reference contest costs on AWS (P10), by what each of its steps was counted to take. */
export const price = async (): Promise<readonly Section[]> => {
  const counted = { entries: countedEntries, sheets: countedSheets };
  const steps = [...(await countedSteps())].map(([step, cost]) => scaledStep(step, cost, counted));
  return [stepsSection(steps), billSection(steps)];
};

function stepsSection(steps: readonly ScaledStep[]): Section {
  const each = (value: number, times: number): string => fixed(value / times, 1);
  return {
    title: 'What the steps of a contest take, their events included',
    columns: ['step', 'times', 'API calls', 'read units', 'write units', 'changed items', 'mails'],
    rows: steps.map(({ step, times, calls, readUnits, writeUnits, changes, mails }) => [
      step,
      whole(times),
      ...[calls, readUnits, writeUnits, changes, mails].map((value) => each(value, times)),
    ]),
    notes: [
      `Counted in a contest of ${countedEntries} entries and ${countedSheets} sheets on SQLite, each step with the mails, cards and files that its events make, by DynamoDB’s rules; what reads a whole round is scaled by its bytes.`,
      'How often each is taken is assumed: everybody opens every document of every entry, saves a sheet twice, looks often.',
    ],
  };
}

function billSection(steps: readonly ScaledStep[]): Section {
  const bill = contestBill(referenceUse(steps, 'edge'));
  const direct = contestBill(referenceUse(steps, 'bucket'));
  const sum = (some: typeof bill, ...parts: readonly BillPart[]) =>
    fixed(costOf(some, ...parts), 2);
  return {
    title: 'The reference contest (P10: at most 3.00 USD, 0.45 for requests, compute, database)',
    columns: ['what', 'count', 'USD by the list', 'USD with what is always free'],
    rows: [
      ...bill.map(({ what, count, listed, usd }) => [
        what,
        whole(count),
        fixed(listed, 2),
        fixed(usd, 2),
      ]),
      ['**requests, compute, database**', '', '', `**${sum(bill, 'core')}**`],
      ['**in all without the scan**', '', '', `**${sum(bill, 'core', 'files', 'words')}**`],
      ['the same if downloads came from S3 itself', '', '', sum(direct, 'core', 'files', 'words')],
      ['malware scan', '', '', sum(bill, 'scan')],
    ],
    notes: [
      `${reference.entries} entries × ${reference.documents} documents of ${reference.documentMegabytes} MB, ${reference.judges} judges, ${whole(reference.sheets)} sheets, ${whole(reference.views)} views, ${reference.months} months, ap-southeast-1; what stands there anyway (idle-bill) is apart.`,
      'Downloads are taken to come evenly in both months: all in one, CloudFront would take 60 more for what is beyond its free terabyte.',
      `Assumed: ${Object.entries(assumed)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}.`,
    ],
  };
}
