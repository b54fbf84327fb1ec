import { SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Schedule } from '../events.ts';
import { clientSettings } from './client-settings.ts';
import { environmentValue } from './environment.ts';
import { createEventBridgeSchedule } from './eventbridge-schedule.ts';

/** The group of schedules this function was given. */
export function openSchedule(): Schedule {
  return createEventBridgeSchedule({
    client: new SchedulerClient(clientSettings(process.env)),
    groupName: environmentValue('SCHEDULE_GROUP'),
    targetArn: environmentValue('SCHEDULE_TARGET_ARN'),
    roleArn: environmentValue('SCHEDULE_ROLE_ARN'),
    deadLetterArn: environmentValue('SCHEDULE_DEAD_LETTER_ARN'),
  });
}
