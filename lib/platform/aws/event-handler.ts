import * as z from 'zod';
import type { ContestEvent, Reaction } from '../events.ts';
import { eventOfSingle, eventOfStreamRecord } from './stream-events.ts';

/** Lambda's answer to a batch of stream records: those to deliver again, none when all went well. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** Why a stream record is delivered again. */
export interface EventFailure {
  readonly sequenceNumber: string;
  readonly error: unknown;
}

const batch = z.object({
  Records: z.array(z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })),
});

/**
 * The handler of an event function. A stream batch (one shard, in order) stops at the first failure: that record
 * and the later ones are reported, so nothing overtakes. An event that comes alone is thrown back, for Lambda's own retries.
 * `onFailure` is told of what a batch would otherwise hide.
 */
export function onEvents(
  reactions: readonly Reaction[],
  onFailure: (failure: EventFailure) => void,
): (event: unknown) => Promise<BatchAnswer | undefined> {
  const react = async (event: ContestEvent): Promise<void> => {
    for (const reaction of reactions) await reaction(event);
  };
  return async (event) => {
    const { success, data } = batch.safeParse(event);
    if (!success) {
      await react(eventOfSingle(event));
      return undefined;
    }
    for (const [at, record] of data.Records.entries()) {
      try {
        await react(eventOfStreamRecord(record));
      } catch (error) {
        onFailure({ sequenceNumber: record.dynamodb.SequenceNumber, error });
        return { batchItemFailures: data.Records.slice(at).map(identifierOf) };
      }
    }
    return { batchItemFailures: [] };
  };
}

function identifierOf(record: z.infer<typeof batch>['Records'][number]): {
  itemIdentifier: string;
} {
  return { itemIdentifier: record.dynamodb.SequenceNumber };
}
