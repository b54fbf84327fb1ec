import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The context of cdk.json: what the CDK's command line would pass, for whoever builds the app without it. */
export const cdkContext = (): { readonly [key: string]: unknown } => {
  const file = join(import.meta.dirname, '..', '..', 'cdk.json');
  const parsed: { readonly context: { readonly [key: string]: unknown } } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  return parsed.context;
};
