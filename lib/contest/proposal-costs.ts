import type { PairCost } from './assignment/problem.ts';
import type { Member } from './people.ts';

/** What one place of a wish costs: an expert who wants the field is best, a reluctant stranger to it worst. */
const strangerCost = 300;
const preferenceCosts = { want: 0, can: 100, 'rather-not': 600 } as const;

/** How unwelcome each entry is to each judge, from what judges stated of fields; nothing stated is `can`, as a stranger. */
export function proposalCosts(
  entries: readonly { readonly entryId: string; readonly fieldId?: string | undefined }[],
  judges: readonly Member[],
): readonly PairCost[] {
  const wishing = judges.filter(({ expertise, preferences }) => expertise ?? preferences);
  return wishing.flatMap((judge) =>
    entries.map(({ entryId, fieldId = '' }) => {
      const { personId: judgeId, expertise = [], preferences = {} } = judge;
      const wish = Object.hasOwn(preferences, fieldId) ? preferences[fieldId] : undefined;
      const known = expertise.includes(fieldId) ? 0 : strangerCost;
      return { entryId, judgeId, cost: known + preferenceCosts[wish ?? 'can'] };
    }),
  );
}
