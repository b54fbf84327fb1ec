import { join } from 'node:path';
import { endpoints } from '../../functions/editions/index.ts';
import { lambda } from '../../lib/http/lambda.ts';
import type { Services } from '../../lib/http/services.ts';
import { openSqliteTable } from '../../lib/platform/host/sqlite-table.ts';

/** The real operations on SQLite as a Lambda function, for serverless-offline: what `npm start` is measured against. */
function open(): Services {
  const table = openSqliteTable({
    file: join(process.env['CONTEST_FOLDER'] ?? '', 'contest.sqlite'),
  });
  const services: Pick<Services, 'table' | 'settings'> = {
    table,
    settings: { origin: 'https://contest.example.vn', malwareScan: 'off' },
  };
  // No operation of this function asks for files or signatures.
  return services as Services;
}

export const handler = lambda(endpoints, open, { log: () => {} });
