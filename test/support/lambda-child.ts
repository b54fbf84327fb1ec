/** Stands in for Lambda's runtime: loads one bundle with `require`, gives its handler what the parent sends, sends the answer. */
import { createRequire } from 'node:module';

const file = process.argv[2] ?? '';
const { handler }: { handler: (event: unknown) => Promise<unknown> } = createRequire(
  import.meta.url,
)(file);

process.on('message', async (event) => {
  try {
    process.send?.({ answer: (await handler(event)) ?? null });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.stack : String(error) });
  }
});
process.send?.({ answer: process.version });
