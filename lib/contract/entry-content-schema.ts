import * as z from 'zod';
import { applicantKinds } from '../contest/plan.ts';
import { address, addressView } from './address-schema.ts';
import { email, phone, taxCode } from './contact.ts';
import { id, localDate, text } from './text.ts';

const consents = z.array(z.strictObject({ purpose: id, version: text(20) })).max(20);

const applicant = z.strictObject({
  kind: z.enum(applicantKinds),
  name: text(200),
  phone,
  taxCode: taxCode.exactOptional(),
  registeredOn: localDate
    .exactOptional()
    .meta({ description: 'The day of the first registration of the business.' }),
  address: address.exactOptional(),
});

const guardian = z.strictObject({ name: text(100), phone, consents });

const member = z.strictObject({
  name: text(100),
  role: z.enum(['lead', 'member']),
  contributionPercent: z
    .int()
    .min(1)
    .max(100)
    .exactOptional()
    .meta({ description: 'Whole percent of the work.' }),
  birthDate: localDate.exactOptional(),
  guardian: guardian.exactOptional(),
});

const mentor = z.strictObject({
  name: text(100),
  email: email.exactOptional(),
  phone: phone.exactOptional(),
});

const answer = z.union([text(20_000, { multiline: true }), z.array(id).min(1).max(50)]);

/** What the startup writes; a draft may leave out all but title and track. */
export const entryContent = z
  .strictObject({
    title: text(200),
    trackId: id,
    fieldId: id.exactOptional(),
    summary: text(6000, { multiline: true }).exactOptional(),
    publicSummary: text(1000, { multiline: true }).exactOptional(),
    applicant: applicant.exactOptional(),
    members: z.array(member).max(50),
    mentors: z.array(mentor).max(10).exactOptional().meta({
      description:
        'Who advises the team: a judge with one of these addresses or telephones judges none of it.',
    }),
    answers: z
      .record(id, answer)
      .exactOptional()
      .meta({ description: 'By the id of the question: a text or an option, or several options.' }),
    links: z
      .array(z.strictObject({ kind: id, url: text(500) }))
      .max(20)
      .exactOptional()
      .meta({ description: 'In place of files, where the plan takes links.' }),
    consents,
  })
  .meta({
    id: 'EntryContent',
    description: 'What the startup writes. A draft may leave out all but title and track.',
  });

/** What the startup wrote, as it is kept. */
export const entryContentView = z
  .object({
    ...entryContent.shape,
    applicant: z
      .object({ ...applicant.shape, address: addressView.exactOptional() })
      .exactOptional(),
  })
  .meta({ id: 'KeptEntryContent', description: 'What the startup wrote, as it is kept.' });
