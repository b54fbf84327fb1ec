import { Link } from 'wouter-preact';
import { useAccount } from '../account/use-account.ts';
import { useWords } from '../language.tsx';
import { rulingWords } from '../words/ruling-words.ts';
import type { RoundPath } from './use-outcome.ts';
import { useRound } from './use-round.ts';

/** The way to what is left to the chair, for the chair of a round that is scored or closed alone. */
export function ChairLink({ path, name }: { readonly path: RoundPath; readonly name: string }) {
  const words = useWords(rulingWords);
  const round = useRound(path);
  const me = useAccount();
  const isChair =
    me.data !== undefined &&
    round.data?.panel?.chair === me.data.personId &&
    (round.data.state === 'scoring' || round.data.state === 'closed');
  return isChair ? (
    <p>
      <Link href={`/editions/${path.editionId}/chair/${path.roundId}`} class="button quiet">
        {words.chairDesk}: {name}
      </Link>
    </p>
  ) : null;
}
