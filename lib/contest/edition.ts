import type { Plan } from './plan.ts';
import type { Refusal } from './refusal.ts';

/**
 * What an edition is at the moment. `version` moves with the plan, the freeze and the publication, and with
 * nothing else: a submission is saved only under the version it was decided on.
 */
export interface Edition {
  readonly editionId: string;
  readonly name: Plan['name'];
  /**
   * `frozen` from a minute after the close on, when no submit can be in flight; an extension opens it again.
   * `judging` from the opening of the first round on: from then on neither the deadline nor who takes part moves.
   */
  readonly phase: 'open' | 'frozen' | 'judging';
  /** ISO instants of the half-open submission window. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly planVersion: number;
  readonly createdAt: string;
  readonly version: number;
}

/** What of an edition decides what may be done when. */
export type EditionWindow = Pick<Edition, 'phase' | 'opensAt' | 'closesAt'>;

/** A plan as it was at one version, and why it came to be. */
export interface PlanVersion {
  readonly planVersion: number;
  readonly plan: Plan;
  readonly changedAt: string;
  readonly changedBy: string;
  /** Empty for the first version. */
  readonly reason: string;
  /** The decision that ordered it: `72/QĐ-BTC`. */
  readonly documentNumber: string;
  /** Where it differs from the version before, as `planDifference` tells it; the first version has none. */
  readonly changed?: readonly string[];
}

/** The slowest call in flight at the close has left long before: the gateway gives up after 29 s. */
const freezeGraceSeconds = 60;

/** Accepted if and only if the gateway received it in [opensAt, closesAt), and the freeze has not run. */
export function whyNotSubmissionsOpen(
  edition: EditionWindow,
  receivedAt: string,
): Refusal | undefined {
  const { opensAt, closesAt } = edition;
  const inTime = opensAt <= receivedAt && receivedAt < closesAt;
  return inTime && edition.phase === 'open'
    ? undefined
    : { code: 'phase-closed', receivedAt, opensAt, closesAt };
}

/** What follows the deadline (screening, judging) waits for the freeze, when no submit can be in flight any more. */
export function whyNotAfterSubmissions(edition: Edition, receivedAt: string): Refusal | undefined {
  return edition.phase === 'open'
    ? { code: 'phase-closed', receivedAt, opensAt: freezeAt(edition) }
    : undefined;
}

/** When the freeze is due. */
export function freezeAt(edition: Pick<Edition, 'closesAt'>): string {
  return new Date(Date.parse(edition.closesAt) + freezeGraceSeconds * 1000).toISOString();
}

/** The frozen edition, or nothing when it is too early or already done. */
export function freeze(edition: Edition, now: string): Edition | undefined {
  if (edition.phase !== 'open' || now < freezeAt(edition)) return undefined;
  return { ...edition, phase: 'frozen' };
}

/** What is settled before judging stays so once it has begun: the deadline, and who takes part. */
export function whyNotBeforeJudging(edition: Pick<Edition, 'phase'>): Refusal | undefined {
  return edition.phase === 'judging' ? { code: 'state-conflict', state: 'judging' } : undefined;
}

/** The edition with judging begun; the same one when it has already. */
export function beginJudging(edition: Edition): Edition {
  if (edition.phase === 'judging') return edition;
  return { ...edition, phase: 'judging', version: edition.version + 1 };
}
