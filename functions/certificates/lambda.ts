import { onAws } from '../../lib/platform/aws/join.ts';
import { openDocuments } from '../../lib/platform/aws/open-bucket.ts';
import { endpoints } from './index.ts';

/** The Lambda handler. */
export const handler = onAws(endpoints, { documents: openDocuments });
