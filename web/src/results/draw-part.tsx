import { rulingRoutes } from '../../../lib/contract/ruling-routes.ts';
import { api } from '../api.ts';
import { Confirm } from '../desk/confirm.tsx';
import { Refused } from '../desk/refused.tsx';
import type { Names } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import { useOrder } from './use-order.ts';
import type { RoundPath } from './use-outcome.ts';

/** The lot: drawn once, by the seed that was committed to before anybody had scored. */
export function DrawPart(props: {
  readonly path: RoundPath;
  readonly names: Names;
  readonly isOpen: boolean;
}) {
  const { path, names, isOpen } = props;
  const words = useWords(rulingWords);
  const draw = useOrder(
    path.editionId,
    async (_: undefined, idempotencyKey) =>
      (await api.call(rulingRoutes.drawLot, { path: { ...path }, idempotencyKey })).body,
  );
  return (
    <div>
      <div role="status">
        {draw.data === undefined ? null : (
          <>
            <p>{words.drawn}</p>
            <ol>
              {draw.data.order.map((entryId) => (
                <li key={entryId}>{names.entry(entryId)}</li>
              ))}
            </ol>
            <p>
              {words.commitment}: <code class="digest">{draw.data.commitment}</code>
            </p>
            <p>
              {words.seed}: <code class="digest">{draw.data.seed}</code>
            </p>
          </>
        )}
      </div>
      <Refused error={draw.error} names={names} />
      {isOpen ? (
        <Confirm
          label={words.draw}
          question={words.drawQuestion}
          isPending={draw.isPending}
          act={() => draw.mutate(undefined)}
        />
      ) : null}
    </div>
  );
}
