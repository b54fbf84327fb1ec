import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { openSchedule } from '../../lib/platform/aws/open-schedule.ts';
import { reaction } from './index.ts';

/** The Lambda handler. */
export const handler = eventsOnAws(reaction, { schedule: openSchedule });
