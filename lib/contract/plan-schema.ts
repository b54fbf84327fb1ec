import * as z from 'zod';
import { feedbackScores } from '../contest/feedback-plan.ts';
import { mostBytesStreamed } from '../contest/file-limits.ts';
import { mailKinds } from '../contest/mail-plan.ts';
import { applicantKinds, documentContentTypes, uniqueParts } from '../contest/plan.ts';
import { bilingual } from './bilingual.ts';
import { points } from './points-schema.ts';
import { divergenceSchema, rankingRulesSchema } from './ranking-rules-schema.ts';
import { rubricSchema } from './rubric-schema.ts';
import { documentNumber } from './shared.ts';
import { id, localDate, localDateTime, text } from './text.ts';

const nameLength = 200;

const choice = z.strictObject({ id, name: bilingual(nameLength) });

const trackIds = z.array(id).min(1).max(20).exactOptional();

const limits = z.strictObject({
  teamSize: z.int().min(1).max(50),
  contributions: z.literal(true).exactOptional(),
  guardianBelow: z.strictObject({ years: z.int().min(1).max(30), on: localDate }).exactOptional(),
  unique: z.array(z.enum(uniqueParts)).max(uniqueParts.length).exactOptional(),
  entriesPerApplicant: z.int().min(1).max(50),
  enterpriseAge: z.strictObject({ years: z.int().min(1).max(100), on: localDate }).exactOptional(),
  filesPerEntry: z.int().min(1).max(100),
  bytesPerEntry: z
    .int()
    .min(1)
    .max(10 * mostBytesStreamed),
});

const matchingText = (pattern: RegExp, description: string) =>
  z.string().regex(pattern).meta({ description });

const documentRequirement = z.strictObject({
  kind: id,
  name: bilingual(nameLength),
  required: z.boolean(),
  contentTypes: z.array(z.enum(documentContentTypes)).max(documentContentTypes.length),
  maxBytes: z.int().min(1).max(mostBytesStreamed),
  maxCount: z.int().min(1).max(20),
  linkHosts: z
    .array(
      matchingText(/^(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, 'The name of a host, such as youtu.be.'),
    )
    .min(1)
    .max(20)
    .exactOptional(),
  tracks: trackIds,
});

const question = z.strictObject({
  id,
  name: bilingual(500),
  help: bilingual(1000, { multiline: true }).exactOptional(),
  required: z.boolean(),
  kind: z.enum(['text', 'choice', 'choices']),
  maxWords: z.int().min(1).max(2000).exactOptional(),
  options: z.array(choice).min(1).max(50).exactOptional(),
  when: z.strictObject({ question: id, is: z.array(id).min(1).max(50) }).exactOptional(),
  tracks: trackIds,
});

const screening = z.strictObject({
  people: z.int().min(1).max(10),
  reasons: z.array(choice).max(50),
});

const mail = z.strictObject({
  review: z.array(z.enum(mailKinds)).max(mailKinds.length),
  remindDaysBefore: z.array(z.int().min(1).max(60)).max(10),
  remindJudgesDaysBefore: z.array(z.int().min(1).max(60)).max(10).exactOptional(),
});

const consentRequest = z.strictObject({
  purpose: id,
  required: z.boolean(),
  version: text(20),
  text: bilingual(4000, { multiline: true }),
  publishesName: z.literal(true).exactOptional(),
});

const dates = z.strictObject({
  submissionsOpenAt: localDateTime,
  submissionsCloseAt: localDateTime,
  screeningBy: localDate.exactOptional(),
  announcementOn: localDate.exactOptional(),
});

const round = z.strictObject({
  id,
  name: bilingual(nameLength),
  kind: z.enum(['dossier', 'pitch']),
  closesAt: localDateTime,
  judgesPerEntry: z.int().min(1).max(50),
  pitch: z
    .strictObject({
      presentMinutes: z.int().min(1).max(120),
      questionMinutes: z.int().min(1).max(120),
    })
    .exactOptional(),
  commentRequired: z.boolean().exactOptional(),
  scale: points.exactOptional(),
  divergence: divergenceSchema.exactOptional(),
  rubrics: z
    .array(z.strictObject({ tracks: trackIds, rubric: rubricSchema }))
    .min(1)
    .max(20),
  rules: rankingRulesSchema,
});

const prize = z.strictObject({
  id,
  name: bilingual(nameLength),
  quantity: z.int().min(1).max(1000),
  amountVnd: z.int().min(0).max(100_000_000_000),
  track: id.exactOptional(),
  given: z
    .enum(['decision', 'publicVote'])
    .exactOptional()
    .meta({ description: 'Where it does not go by rank.' }),
});

/**
 * The plan of an edition as it is written in files, bodies and replies: the shape of `WirePlan`. Points are decimal
 * strings; `planFromWire` makes the plan of it and `planProblems` tells what a shape cannot.
 */
export const planSchema = z
  .strictObject({
    name: bilingual(nameLength),
    organiser: bilingual(nameLength),
    codePrefix: matchingText(/^[A-Z0-9]{2,8}$/, 'What entry codes begin with.'),
    timeZone: matchingText(
      /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/,
      'A name of the tz database, such as Asia/Ho_Chi_Minh.',
    ),
    rules: z.strictObject({ documentNumber, issuedOn: localDate }),
    tracks: z.array(choice).min(1).max(20),
    fields: z.array(choice).min(1).max(50),
    applicantKinds: z.array(z.enum(applicantKinds)).min(1).max(applicantKinds.length),
    limits,
    questions: z.array(question).max(60),
    documents: z.array(documentRequirement).max(30),
    consents: z.array(consentRequest).max(20),
    dates,
    screening,
    mail,
    confidentiality: z
      .strictObject({ version: text(20), text: bilingual(8000, { multiline: true }) })
      .exactOptional(),
    rounds: z.array(round).min(1).max(4),
    prizes: z.array(prize).max(50),
    awards: z.strictObject({ ties: z.enum(['joint', 'unresolved']) }),
    feedback: z
      .strictObject({ scores: z.enum(feedbackScores), rank: z.boolean(), comments: z.boolean() })
      .exactOptional(),
  })
  .meta({ id: 'Plan', description: 'All that the rules of one edition fix.' });
