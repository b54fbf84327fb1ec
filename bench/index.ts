import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { assignment } from './assignment.ts';
import { coldStart } from './cold-start.ts';
import { http } from './http.ts';
import { idleMonth } from './idle-bill.ts';
import { judging } from './judging.ts';
import { operations } from './operations.ts';
import { price } from './price.ts';
import { ranking } from './ranking.ts';
import { markdownOf, type Part, type Section } from './report.ts';
import { storm } from './storm.ts';
import { warmChain } from './warm-chain.ts';

/** `npm run bench -- [part …] [--quick] [--json file] [--with-serverless-offline]`: all parts unless some are named. */
const parts: { readonly [name: string]: Part } = {
  'cold-start': coldStart,
  'warm-chain': warmChain,
  operations,
  http,
  storm,
  ranking,
  assignment,
  judging,
  'idle-bill': idleMonth,
  price,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    'with-serverless-offline': { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(', ')}; parts are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');
const machine = `Node ${process.versions.node} on ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
const effort = {
  quick: values.quick,
  withServerlessOffline: values['with-serverless-offline'],
};
const sections: Section[] = [];
console.log(`${machine}; load ${load()} at the start\n`);
for (const [name, part] of Object.entries(parts)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  for (const section of await part(effort)) {
    sections.push(section);
    console.log(markdownOf(section));
  }
}
console.log(
  `Load ${load()} at the end. Only ratios within one table, counts and bytes are figures.`,
);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ machine, sections }, undefined, 2)}\n`);
}
