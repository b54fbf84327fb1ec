import type { CreateScheduleCommandInput, SchedulerClient } from '@aws-sdk/client-scheduler';
import {
  ConflictException,
  CreateScheduleCommand,
  ResourceNotFoundException,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { Schedule } from '../events.ts';
import { scheduledMoment } from '../schedule-wish.ts';
import { duePayload } from './stream-events.ts';

export interface EventBridgeScheduleOptions {
  readonly client: SchedulerClient;
  /** The group that holds our schedules and nothing else. */
  readonly groupName: string;
  /** The function that is called. */
  readonly targetArn: string;
  /** The role with which the scheduler calls it. */
  readonly roleArn: string;
  /** The queue for what could not be delivered in a day. */
  readonly deadLetterArn: string;
  /** Epoch milliseconds. Default the system's. */
  readonly clock?: () => number;
}

const MINUTE_MS = 60_000;
/** Made, found to be there, found to be gone: the schedule before it may complete in between, once. */
const ATTEMPTS = 4;

/**
 * `Schedule` on EventBridge Scheduler: one-time schedules that remove themselves. A moment that has passed is
 * asked for a minute from now: the scheduler refuses the past.
 */
export function createEventBridgeSchedule(options: EventBridgeScheduleOptions): Schedule {
  const clock = options.clock ?? Date.now;
  return {
    async at(name, instant) {
      const moment = Math.max(scheduledMoment(name, instant), clock() + MINUTE_MS);
      await createOrUpdate(options.client, scheduleInput(options, name, moment));
    },
  };
}

function scheduleInput(
  options: EventBridgeScheduleOptions,
  name: string,
  moment: number,
): CreateScheduleCommandInput {
  // Up to the next whole second: never before the instant.
  const utc = new Date(Math.ceil(moment / 1000) * 1000).toISOString().slice(0, 19);
  return {
    Name: name,
    GroupName: options.groupName,
    ScheduleExpression: `at(${utc})`,
    ScheduleExpressionTimezone: 'UTC',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: options.targetArn,
      RoleArn: options.roleArn,
      Input: duePayload(name, utc),
      DeadLetterConfig: { Arn: options.deadLetterArn },
    },
  };
}

async function createOrUpdate(
  client: SchedulerClient,
  input: CreateScheduleCommandInput,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const isUpdate = attempt % 2 === 0;
    try {
      if (isUpdate) await client.send(new UpdateScheduleCommand(input));
      else await client.send(new CreateScheduleCommand(input));
      return;
    } catch (error) {
      const isOtherWay =
        error instanceof ConflictException || error instanceof ResourceNotFoundException;
      if (!isOtherWay || attempt === ATTEMPTS) throw error;
    }
  }
}
