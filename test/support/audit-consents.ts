import type { ConsentRecord } from '../../lib/contest/consent-acts.ts';
import type { Entry } from '../../lib/contest/entry.ts';
import type { Item } from '../../lib/platform/table.ts';
import { readConsents } from '../../lib/store/consents.ts';
import type { StoredSubmission } from '../../lib/store/item-schemas.ts';
import { consentPartition } from '../../lib/store/keys.ts';

/** Where the consents of a draft are not what the acts in the ledger come to; each finding is a sentence. */
export function consentFindings(entries: readonly Entry[], ledger: readonly Item[]): string[] {
  return entries.flatMap(({ editionId, entryId, content, withdrawnConsents = [] }) => {
    const acts = actsOf({ editionId, entryId }, ledger).filter(
      ({ guardianOfMember }) => guardianOfMember === undefined,
    );
    const stands = new Map<string, string>();
    for (const { purpose, version, act } of acts) {
      if (act === 'given') stands.set(purpose, version);
      else stands.delete(purpose);
    }
    const told = [...stands].map((one) => one.join(' ')).sort();
    const has = content.consents.map(({ purpose, version }) => `${purpose} ${version}`).sort();
    const both = withdrawnConsents.filter(({ purpose }) => stands.has(purpose));
    return [
      ...(told.join() === has.join() ? [] : [`entry ${entryId} agrees to ${has}, not ${told}`]),
      ...both.map(({ purpose }) => `entry ${entryId} gave and withdrew ${purpose}`),
    ];
  });
}

/** Consents in what was handed in, of the startup or a guardian, that the ledger did not know by then. */
export function submittedConsentFindings(
  submissions: readonly StoredSubmission[],
  ledger: readonly Item[],
): string[] {
  return submissions.flatMap((submitted) => {
    const { entryId, submission, receivedAt, content } = submitted;
    const given = actsOf(submitted, ledger).filter(
      ({ act, at }) => act === 'given' && at <= receivedAt,
    );
    const known = new Set(
      given.map(({ purpose, version, guardianOfMember }) =>
        nameOf(purpose, version, guardianOfMember !== undefined),
      ),
    );
    const has = [
      ...content.consents.map(({ purpose, version }) => nameOf(purpose, version, false)),
      ...content.members.flatMap(({ guardian }) =>
        (guardian?.consents ?? []).map(({ purpose, version }) => nameOf(purpose, version, true)),
      ),
    ];
    return has
      .filter((name) => !known.has(name))
      .map((name) => `entry ${entryId} handed in ${submission} with ${name} that nobody gave`);
  });
}

const nameOf = (purpose: string, version: string, isGuardian: boolean): string =>
  `${purpose} ${version}${isGuardian ? ' of a guardian' : ''}`;

function actsOf(
  { editionId, entryId }: Pick<Entry, 'editionId' | 'entryId'>,
  ledger: readonly Item[],
): ConsentRecord[] {
  const partition = consentPartition(editionId, entryId);
  return ledger
    .filter(({ pk }) => pk === partition)
    .sort((a, b) => (a.sk < b.sk ? -1 : 1))
    .flatMap(readConsents);
}
