import * as z from 'zod';
import { decisionRequest, decisionView } from './decision-views.ts';
import { bothLanguages, documentNumber, moment, personId, reason } from './shared.ts';
import { id, localDate, sha256, text } from './text.ts';

export const minutesRequest = z
  .strictObject({
    digest: sha256,
    documentNumber: documentNumber.exactOptional(),
    signedOn: localDate,
    chair: text(100),
    secretary: text(100),
  })
  .meta({
    id: 'MinutesRequest',
    description:
      "The signed minutes of the council's meeting, about the approved outcome of this digest.",
  });

export const minutesReply = z
  .object({
    roundId: id,
    digest: sha256,
    documentNumber: z.string().exactOptional(),
    signedOn: localDate,
    chair: z.string(),
    secretary: z.string(),
    recordedAt: moment,
  })
  .meta({ id: 'Minutes', description: 'The signed minutes of a round, as they were recorded.' });

export const publicationRequest = z
  .strictObject({ digest: sha256, decision: decisionRequest, publishAt: moment.exactOptional() })
  .meta({
    id: 'PublicationRequest',
    description:
      'The digest of the approved result and the decision that orders it; `publishAt`: not now, but at that instant.',
  });

const resultVersion = z.int().min(1);

export const correctionRequest = z
  .strictObject({ resultVersion, digest: sha256, decision: decisionRequest, reason })
  .meta({
    id: 'CorrectionRequest',
    description:
      'The version that is corrected, the digest of what is approved now, and why it is corrected by which decision.',
  });

export const retractionRequest = z
  .strictObject({ resultVersion, decision: decisionRequest, reason })
  .meta({
    id: 'RetractionRequest',
    description: 'The version that is to be retracted, why, and by which decision.',
  });

export const retractionConfirmation = z.strictObject({ resultVersion }).meta({
  id: 'RetractionConfirmation',
  description: 'The version whose proposed retraction another person confirms.',
});

export const retractionReply = z
  .object({
    resultVersion,
    reason: z.string(),
    decision: decisionView,
    proposedBy: personId,
    proposedAt: moment,
  })
  .meta({ id: 'Retraction', description: 'A retraction that waits for another person.' });

const resultState = z.enum(['published', 'retracted']);

const publicAward = z.object({
  prizeId: id,
  prize: bothLanguages,
  /** Absent where the prize goes by no ranking. */
  rank: z.int().exactOptional(),
  joint: z.boolean(),
  code: z.string(),
  title: z.string(),
  trackId: id,
  applicantName: z.string().exactOptional(),
  publicSummary: z.string().exactOptional(),
});

export const publicResult = z
  .object({
    editionId: id,
    name: bothLanguages,
    organiser: bothLanguages,
    /** Of the tz database. */
    timeZone: z.string(),
    tracks: z.array(z.object({ id, name: bothLanguages })),
    resultVersion,
    state: resultState,
    publishedAt: moment,
    reason: z.string().exactOptional(),
    decision: decisionView,
    digest: sha256,
    awards: z.array(publicAward),
    earlier: z.array(
      z.object({
        resultVersion,
        state: resultState,
        publishedAt: moment,
        documentNumber: z.string(),
        reason: z.string().exactOptional(),
      }),
    ),
  })
  .meta({
    id: 'PublicResult',
    description:
      'A version of the published result: winners by prize, the decision that ordered it, the versions before it. Versions are never changed; a name leaves them when nobody agrees to it any more.',
  });

/** What of a plan to publish the organisers see. */
export const plannedPublication = z
  .object({
    state: z.enum(['waiting', 'cancelled', 'published', 'stopped']),
    digest: sha256,
    decision: decisionView,
    publishAt: moment,
    plannedBy: personId,
    plannedAt: moment,
    because: z.string().exactOptional(),
  })
  .meta({
    id: 'PlannedPublication',
    description:
      'A publication planned for an instant. `stopped`: something had changed by then, `because` says what.',
  });

export const publicationReply = z
  .object({
    state: z.enum(['published', 'planned']),
    result: publicResult.exactOptional(),
    planned: plannedPublication.exactOptional(),
  })
  .meta({
    id: 'Publication',
    description: 'What was published; or what is planned, and then it names nobody.',
  });

export const publicationState = z
  .object({
    roundId: id,
    step: z.enum([
      'open',
      'closed',
      'approved',
      'minutes-signed',
      'planned',
      'published',
      'retracted',
    ]),
    approval: z
      .object({ digest: sha256, approvedBy: personId, approvedAt: moment })
      .exactOptional(),
    minutes: minutesReply.exactOptional(),
    planned: plannedPublication.exactOptional(),
    resultVersion: resultVersion.exactOptional(),
    /** Of what is published; another one is approved since when `approval` has another. */
    publishedDigest: sha256.exactOptional(),
    retraction: retractionReply.exactOptional(),
  })
  .meta({ id: 'PublicationState', description: 'How far the result of an edition is.' });

const shown = z.int().min(0);

export const announcementRequest = z.strictObject({ shown: shown.max(10_000) }).meta({
  id: 'AnnouncementRequest',
  description:
    'How many awards the screen has called out, from the lowest prize on: 0 none, one more than there are the whole result.',
});

export const announcementView = z.object({ resultVersion, shown, version: z.int().min(0) }).meta({
  id: 'Announcement',
  description:
    'How far the winners of this version are called out in the hall. `version` counts what the organisers have done; 0 is nothing yet.',
});
