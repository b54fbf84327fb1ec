import { checkReceipt } from '../lib/platform/host/check-receipt.ts';
import { HELP, readCheckOptions } from '../lib/platform/host/receipt-check-options.ts';
import { runOnce } from '../lib/platform/host/run-once.ts';

/** Says whether a receipt is genuine; its help says how. */
await runOnce(async () => {
  const options = readCheckOptions(process.argv.slice(2));
  if (options === undefined) return console.log(HELP);
  const { status, lines } = await checkReceipt(options);
  const say = status === 3 ? console.error : console.log;
  say(lines.join('\n'));
  process.exitCode = status;
});
