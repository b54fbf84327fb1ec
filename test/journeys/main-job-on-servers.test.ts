import { describe } from 'vitest';
import { allDynamoItems } from '../support/all-items.ts';
import {
  type DynamoLocal,
  LOCAL_CREDENTIALS,
  skipsDynamoLocal,
  startDynamoLocal,
} from '../support/dynamo-local.ts';
import { type Radosgw, startRadosgw, whyNoRadosgw } from '../support/radosgw.ts';
import { mainJob } from './main-job-promises.ts';

const whyNot = whyNoRadosgw();
if (whyNot !== undefined) console.warn(`skipped: ${whyNot}`);

describe.skipIf(skipsDynamoLocal() || whyNot !== undefined)(
  'the main job on DynamoDB Local and radosgw',
  () => {
    let dynamo: DynamoLocal;
    let radosgw: Radosgw;
    mainJob(
      async () => {
        [dynamo, radosgw] = await Promise.all([startDynamoLocal(), startRadosgw([])]);
        const names = { mainTable: 'contest-main', ledgerTable: 'contest-ledger' };
        const endpointOf = (endpoint: string, region: string) => ({
          endpoint,
          region,
          credentials: LOCAL_CREDENTIALS,
        });
        return {
          table: { kind: 'dynamodb', ...endpointOf(dynamo.endpoint, 'local') },
          files: { kind: 's3', ...endpointOf(radosgw.endpoint, 'us-east-1') },
          items: () => allDynamoItems(dynamo.client, names),
        };
      },
      async () => {
        await dynamo.stop();
        await radosgw.stop();
      },
    );
  },
);
