import * as z from 'zod';
import { moment, personId } from './shared.ts';
import { localDate, localDateTime, sha256, text, uuid } from './text.ts';

const scoreSheetRequest = z.strictObject({
  kind: z.literal('score-sheet'),
  judgeId: personId,
  /** Only the sheet on this entry; all of the judge else, a page for each. */
  entryId: uuid.exactOptional(),
  part: z.int().min(1).max(1000).exactOptional().meta({
    description: 'A file has a hundred sheets: which hundred, the first unless told.',
  }),
});

const tallyRequest = z.strictObject({ kind: z.literal('tally') });

const minutesRequest = z.strictObject({
  kind: z.literal('minutes'),
  place: text(200).exactOptional(),
  startedAt: localDateTime.exactOptional(),
  endedAt: localDateTime.exactOptional(),
  secretary: text(100).exactOptional(),
  guests: z.array(text(200)).max(30).exactOptional(),
  /** Judges who were not there. */
  absent: z.array(personId).max(60).exactOptional(),
});

const signer = z.strictObject({
  authority: z
    .array(z.strictObject({ form: z.enum(['TM', 'KT', 'TL', 'TUQ', 'Q']), of: text(200) }))
    .max(2)
    .exactOptional()
    .meta({ description: 'A line each, above the position: TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH.' }),
  position: text(120),
  name: text(100).exactOptional(),
});

const decisionRequest = z.strictObject({
  kind: z.literal('draft-decision'),
  issuer: text(200),
  superior: text(200).exactOptional(),
  decidedBy: text(200),
  symbol: text(40),
  place: text(100),
  issuedOn: localDate.exactOptional(),
  grounds: z.array(text(500)).max(20).exactOptional(),
  responsible: text(500).exactOptional(),
  recipients: z.array(text(200)).max(20).exactOptional(),
  signer,
});

/** What a paper is to be. */
export const paperRequest = z
  .discriminatedUnion('kind', [scoreSheetRequest, tallyRequest, minutesRequest, decisionRequest])
  .meta({
    id: 'PaperRequest',
    description:
      'Which paper of a closed round, and what of it only the office knows; what is left out is dotted lines to fill in.',
  });

export type PaperRequest = z.output<typeof paperRequest>;

/** Where the file is. */
export const paperView = z
  .object({
    url: z.string(),
    expiresAt: moment,
    kind: z.enum(['score-sheet', 'tally', 'minutes', 'draft-decision']),
    /** How many files all score sheets that were asked for take. */
    parts: z.int().exactOptional(),
    /** Until this very outcome is approved, the paper says so on each page. */
    isDraft: z.boolean(),
    /** Of the outcome it tells; on each page, too. */
    digest: sha256,
    size: z.int(),
    sha256,
  })
  .meta({
    id: 'Paper',
    description: 'Where the DOCX file can be fetched, for sixty seconds, and what it is.',
  });
