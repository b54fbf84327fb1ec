import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { openResults } from '../../lib/platform/aws/open-bucket.ts';
import { reaction } from './index.ts';

/** The Lambda handler. */
export const handler = eventsOnAws([reaction], { results: openResults });
