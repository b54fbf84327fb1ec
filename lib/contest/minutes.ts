import { refuse } from './found.ts';
import type { LocalDate } from './local-date.ts';
import { localDateAt } from './local-time.ts';
import { paperDateErrors } from './official-decision.ts';
import { Refused } from './refusal.ts';
import type { Round } from './round.ts';

/** What the signed minutes of the council's meeting say: who signed them, when, and the very outcome they are about. */
export interface SignedMinutes {
  readonly digest: string;
  readonly documentNumber?: string;
  readonly signedOn: LocalDate;
  readonly chair: string;
  readonly secretary: string;
}

/** The minutes of a round as they were recorded last; earlier ones are in its history. */
export interface Minutes extends SignedMinutes {
  readonly editionId: string;
  readonly roundId: string;
  readonly by: string;
  readonly at: string;
  readonly version: number;
}

/**
 * The minutes of an approved round. They are about the outcome that is approved now and no other; once a result was
 * published on them they stand. @throws Refused state-conflict, digest-changed, already-published, validation-failed
 */
export function recordMinutes(
  facts: {
    readonly round: Round;
    readonly timeZone: string;
    readonly before: Minutes | undefined;
    /** The outcome that is published now. */
    readonly publishedDigest: string | undefined;
  },
  said: SignedMinutes,
  act: { readonly by: string; readonly now: string },
): Minutes {
  const { round, timeZone, before, publishedDigest } = facts;
  const { approval } = round;
  if (!approval) throw new Refused({ code: 'state-conflict', state: round.state });
  if (approval.digest !== said.digest) {
    throw new Refused({ code: 'digest-changed', current: approval.digest });
  }
  refuse(
    before && publishedDigest === said.digest && before.digest === said.digest
      ? { code: 'already-published' }
      : undefined,
  );
  const today = localDateAt(act.now, timeZone);
  // The council speaks of marks that stand: nobody has seen them together before the close.
  const closed =
    round.closedAt === undefined ? {} : { notBefore: localDateAt(round.closedAt, timeZone) };
  const errors = paperDateErrors(said.signedOn, '/signedOn', { ...closed, today });
  refuse(errors.length > 0 ? { code: 'validation-failed', errors } : undefined);
  const { editionId, roundId } = round;
  const version = (before?.version ?? 0) + 1;
  return { ...said, editionId, roundId, by: act.by, at: act.now, version };
}
