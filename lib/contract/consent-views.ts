import * as z from 'zod';
import { entryPath, moment, personId } from './shared.ts';
import { id, sha256 } from './text.ts';

/** A purpose of an entry's consents. */
export const consentPath = z.strictObject({ ...entryPath.shape, purpose: id });

const textVersion = z.string().meta({ description: 'Of the text that was shown.' });
const textSha256 = sha256.exactOptional().meta({
  description: 'Of the canonical JSON (RFC 8785) of the text in both languages.',
});

const consentRecord = z
  .object({
    purpose: id,
    version: textVersion,
    textSha256,
    act: z.enum(['given', 'withdrawn']),
    guardianOfMember: z
      .int()
      .min(0)
      .exactOptional()
      .meta({ description: "The member, from 0, whose guardian's consent it is." }),
    by: personId,
    at: moment,
  })
  .meta({
    id: 'ConsentRecord',
    description: 'A consent given or taken back: by whose account, when, and by which text.',
  });

const consentState = z
  .object({
    purpose: id,
    required: z.boolean(),
    state: z.enum(['given', 'withdrawn', 'never']),
    version: textVersion.exactOptional(),
    textSha256,
    at: moment.exactOptional(),
  })
  .meta({ id: 'ConsentState', description: 'How a purpose of the plan stands for the startup.' });

export const consentsView = z
  .object({ records: z.array(consentRecord), current: z.array(consentState) })
  .meta({
    id: 'Consents',
    description:
      'All that was agreed to for an entry and taken back, oldest first, and how it stands.',
  });
