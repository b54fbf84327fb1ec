/** Prints the OpenAPI document, or writes it to the file given: `npm run openapi -- openapi.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openapi } from '../lib/contract/openapi.ts';

const [file] = process.argv.slice(2);
const document = `${JSON.stringify(openapi(), null, 2)}\n`;
if (file === undefined) process.stdout.write(document);
else {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, document);
}
