import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { openMailer } from '../../lib/platform/aws/open-mailer.ts';
import { reaction } from './index.ts';

/** The Lambda handler. */
export const handler = eventsOnAws(reaction, { mailer: openMailer });
