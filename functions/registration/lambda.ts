import { onAws } from '../../lib/platform/aws/join.ts';
import { endpoints } from './index.ts';

/** The Lambda handler. */
export const handler = onAws(endpoints);
