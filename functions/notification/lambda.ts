import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { openMailer } from '../../lib/platform/aws/open-mailer.ts';
import { openSchedule } from '../../lib/platform/aws/open-schedule.ts';
import { askForFreeze } from '../schedule/ask-for-freeze.ts';
import { reaction } from './index.ts';

/** The Lambda handler. It asks for the freeze as well: DynamoDB slows a stream down that three functions read. */
export const handler = eventsOnAws([reaction, askForFreeze], {
  mailer: openMailer,
  schedule: openSchedule,
});
