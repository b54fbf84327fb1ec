import { parseArgs } from 'node:util';
import { administratorOnHost, HELP } from '../lib/platform/host/administrator-on-host.ts';
import { runOnce } from '../lib/platform/host/run-once.ts';
import { UsageError } from '../lib/platform/host/usage-error.ts';

/** Makes an address an administrator's on a host; its help says how it is done on AWS. */
await runOnce(async () => {
  const { values, positionals } = parseArgs({
    options: {
      data: { type: 'string', default: '.data' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [email, ...more] = positionals;
  if (values.help) console.log(HELP);
  else if (email === undefined || more.length > 0) throw new UsageError(HELP);
  else console.log(`${await administratorOnHost(values.data, email)} is an administrator`);
});
