import { eventsOnAws } from '../../lib/platform/aws/join-events.ts';
import { reaction } from './index.ts';

/** The Lambda handler: what is due. */
export const handler = eventsOnAws([reaction]);
