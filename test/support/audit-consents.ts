import type { Entry } from '../../lib/contest/entry.ts';
import type { Item } from '../../lib/platform/table.ts';
import { readConsents } from '../../lib/store/consents.ts';
import { consentPartition } from '../../lib/store/keys.ts';

/** Where the consents of a draft are not what the acts in the ledger come to; each finding is a sentence. */
export function consentFindings(entries: readonly Entry[], ledger: readonly Item[]): string[] {
  return entries.flatMap(({ editionId, entryId, content, withdrawnConsents = [] }) => {
    const partition = consentPartition(editionId, entryId);
    const acts = ledger
      .filter(({ pk }) => pk === partition)
      .sort((a, b) => (a.sk < b.sk ? -1 : 1))
      .flatMap(readConsents)
      .filter(({ guardianOfMember }) => guardianOfMember === undefined);
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
