import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { openMailer } from '../../lib/platform/aws/open-mailer.ts';
import { openSchedule } from '../../lib/platform/aws/open-schedule.ts';
import { keepProgress } from '../judging/keep-progress.ts';
import { askForFreeze } from '../schedule/ask-for-freeze.ts';
import { askForJudgeReminders } from '../schedule/ask-for-judge-reminders.ts';
import { askForPublication } from '../schedule/ask-for-publication.ts';
import { askForReminders } from '../schedule/ask-for-reminders.ts';
import { keepList } from '../secretariat/keep-list.ts';
import { reaction } from './index.ts';

/**
 * The Lambda handler. It asks for freeze, publication and reminders and keeps list and progress as well: DynamoDB slows a stream down that
 * three functions read. The mails come last: while the relay is away, freeze and list go on.
 */
export const handler = eventsOnAws(
  [
    askForFreeze,
    askForPublication,
    askForReminders,
    askForJudgeReminders,
    keepList,
    keepProgress,
    reaction,
  ],
  {
    mailer: openMailer,
    schedule: openSchedule,
  },
);
