import { onAws } from '../../lib/platform/aws/join.ts';
import { openSigner } from '../../lib/platform/aws/open-signer.ts';
import { endpoints } from './index.ts';

/** The Lambda handler. */
export const handler = onAws(endpoints, { signer: openSigner });
