import { parseArgs } from 'node:util';
import { runOnce } from '../lib/platform/host/run-once.ts';
import { tokenFor } from '../lib/platform/host/token-for.ts';
import { UsageError } from '../lib/platform/host/usage-error.ts';

/** Prints an access token for curl: `npm run token -- ban-to-chuc-1@so-khcn.example.vn`. */
await runOnce(async () => {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string', default: '.data' } },
    allowPositionals: true,
  });
  const [email, ...more] = positionals;
  if (email === undefined || more.length > 0) {
    throw new UsageError('usage: npm run token -- EMAIL [--data FOLDER]');
  }
  console.log(await tokenFor(values.data, email));
});
