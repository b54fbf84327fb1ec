import * as z from 'zod';
import type { ContestEvent } from '../events.ts';
import { fromAttributes } from './attribute-values.ts';

/** Something arrived that no event of ours looks like; the message names what is wrong, never what it held. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
}

/** Our own word beside S3's and GuardDuty's: the scheduler sends what it was given. */
const DUE = 'Contest Due';

const attribute = z.object({
  S: z.string().optional(),
  N: z.string().optional(),
  BOOL: z.boolean().optional(),
  NULL: z.boolean().optional(),
  get L() {
    return z.array(attribute).optional();
  },
  get M() {
    return z.record(z.string(), attribute).optional();
  },
});

const image = z.record(z.string(), attribute);

const streamRecord = z.object({
  eventID: z.string().min(1),
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({ OldImage: image.optional(), NewImage: image.optional() }),
});

const objectCreated = z.object({
  'detail-type': z.literal('Object Created'),
  source: z.literal('aws.s3'),
  id: z.string().min(1),
  detail: z.object({
    object: z.object({
      key: z.string().min(1),
      size: z.int().nonnegative(),
      'version-id': z.string().min(1),
    }),
  }),
});

const objectScanned = z.object({
  'detail-type': z.literal('GuardDuty Malware Protection Object Scan Result'),
  source: z.literal('aws.guardduty'),
  id: z.string().min(1),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string().min(1), versionId: z.string().min(1) }),
    scanResultDetails: z.object({
      scanResultStatus: z.enum([
        'NO_THREATS_FOUND',
        'THREATS_FOUND',
        'UNSUPPORTED',
        'ACCESS_DENIED',
        'FAILED',
      ]),
    }),
  }),
});

const due = z.object({
  'detail-type': z.literal(DUE),
  id: z.string().min(1),
  detail: z.object({ name: z.string().min(1) }),
});

const singleEvent = z.discriminatedUnion('detail-type', [objectCreated, objectScanned, due]);

/** What EventBridge Scheduler is asked to send; the id is the same in every retry of one moment. */
export function duePayload(name: string, utc: string): string {
  return JSON.stringify({ 'detail-type': DUE, id: `due-${name}-${utc}`, detail: { name } });
}

/**
 * A record of `main`'s stream (NEW_AND_OLD_IMAGES) as Lambda delivers it.
 * @throws MalformedEvent
 */
export function eventOfStreamRecord(record: unknown): ContestEvent {
  const { eventID, eventName, dynamodb } = parsed(streamRecord, record);
  const { OldImage, NewImage } = dynamodb;
  if ((OldImage === undefined) !== (eventName === 'INSERT')) throw missing(eventName, 'OldImage');
  if ((NewImage === undefined) !== (eventName === 'REMOVE')) throw missing(eventName, 'NewImage');
  try {
    return {
      kind: 'item-changed',
      id: eventID,
      ...(OldImage === undefined ? {} : { before: fromAttributes(OldImage) }),
      ...(NewImage === undefined ? {} : { after: fromAttributes(NewImage) }),
    };
  } catch (error) {
    throw new MalformedEvent('the stream tells of an item that is none of ours', { cause: error });
  }
}

/**
 * An event that comes alone: from EventBridge (S3, GuardDuty) or from our own schedule.
 * @throws MalformedEvent
 */
export function eventOfSingle(event: unknown): ContestEvent {
  const single = parsed(singleEvent, event);
  switch (single['detail-type']) {
    case 'Object Created': {
      const { key, size, 'version-id': versionId } = single.detail.object;
      return { kind: 'object-stored', id: single.id, key, versionId, size };
    }
    case 'GuardDuty Malware Protection Object Scan Result': {
      const { s3ObjectDetails, scanResultDetails } = single.detail;
      return {
        kind: 'object-scanned',
        id: single.id,
        key: s3ObjectDetails.objectKey,
        versionId: s3ObjectDetails.versionId,
        verdict: scanResultDetails.scanResultStatus,
      };
    }
    case DUE:
      return { kind: 'due', id: single.id, name: single.detail.name };
  }
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new MalformedEvent(z.prettifyError(result.error));
}

function missing(eventName: string, name: string): MalformedEvent {
  return new MalformedEvent(`${name} does not go with ${eventName}`);
}
