import type * as z from 'zod';
import type { screeningsView } from '../../../lib/contract/screening-views.ts';
import { useWords } from '../language.tsx';
import { accountWords } from '../words/account-words.ts';
import { deskEntryWords } from '../words/desk-entry-words.ts';
import { Blockers } from './refused.tsx';
import type { Names } from './use-names.ts';

/** What would become of each entry, or what stands in its way; those in the way come first. */
export function ScreeningOutcomes(props: {
  readonly outcomes: z.output<typeof screeningsView>['outcomes'];
  readonly names: Names;
}) {
  const account = useWords(accountWords);
  const words = useWords(deskEntryWords);
  const rows = props.outcomes.toSorted(
    (a, b) => Number(a.would !== undefined) - Number(b.would !== undefined),
  );
  return (
    <table>
      <caption>{words.outcome}</caption>
      <thead>
        <tr>
          <th scope="col">{words.outcomeOf}</th>
          <th scope="col">{words.would}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ entryId, would, code, blockers = [] }) => (
          <tr key={entryId}>
            <th scope="row">{props.names.entry(entryId)}</th>
            <td>
              {would === undefined ? (
                <>
                  <strong class="wrong-text">{words.inTheWay}</strong>
                  <Blockers
                    blockers={
                      blockers.length > 0
                        ? blockers.map(({ entryId: _, ...rest }) => rest)
                        : [{ code: code ?? '' }]
                    }
                    names={props.names}
                  />
                </>
              ) : would === 'submitted' ? (
                words.wouldStay
              ) : (
                account.states[would]
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
