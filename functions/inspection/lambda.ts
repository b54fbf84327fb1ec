import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { openDocuments } from '../../lib/platform/aws/open-bucket.ts';
import { reaction } from './index.ts';

/** The Lambda handler. */
export const handler = eventsOnAws([reaction], { documents: openDocuments });
