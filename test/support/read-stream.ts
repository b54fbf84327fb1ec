import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { LOCAL_CREDENTIALS } from './dynamo-local.ts';

/** Every record of a table's stream so far, shard by shard; a shard ends where three reads in a row are empty. */
export async function readStream(
  tables: DynamoDBClient,
  endpoint: string,
  TableName: string,
): Promise<readonly _Record[]> {
  const described = await tables.send(new DescribeTableCommand({ TableName }));
  const StreamArn = described.Table!.LatestStreamArn!;
  const client = new DynamoDBStreamsClient({
    region: 'local',
    endpoint,
    credentials: LOCAL_CREDENTIALS,
  });
  const stream = await client.send(new DescribeStreamCommand({ StreamArn }));
  const records: _Record[] = [];
  for (const { ShardId } of stream.StreamDescription!.Shards!) {
    const start = await client.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
    );
    let iterator = start.ShardIterator;
    for (let empty = 0; iterator !== undefined && empty < 3; ) {
      const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator }));
      records.push(...answer.Records!.map(withEmptyMaps));
      empty = answer.Records!.length === 0 ? empty + 1 : 0;
      iterator = answer.NextShardIterator;
    }
  }
  client.destroy();
  return records;
}

/** DynamoDB Local writes an empty map as no value at all (`{}` for `{"M": {}}`) in a stream, and only there. */
function withEmptyMaps(record: _Record): _Record {
  const { OldImage, NewImage } = record.dynamodb!;
  const images = {
    ...(OldImage === undefined ? {} : { OldImage: mapped(OldImage) }),
    ...(NewImage === undefined ? {} : { NewImage: mapped(NewImage) }),
  };
  return { ...record, dynamodb: { ...record.dynamodb, ...images } };
}

function mapped(image: Record<string, AttributeValue>): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(image).map(([name, each]) => [name, repaired(each)]));
}

function repaired(attribute: AttributeValue): AttributeValue {
  if (Object.keys(attribute).length === 0) return { M: {} };
  if (attribute.L !== undefined) return { L: attribute.L.map(repaired) };
  if (attribute.M !== undefined) return { M: mapped(attribute.M) };
  return attribute;
}
