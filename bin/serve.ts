import { runServer } from '../lib/platform/host/run-server.ts';

await runServer(process.argv.slice(2));
