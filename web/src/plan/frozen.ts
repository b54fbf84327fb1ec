import type * as z from 'zod';
import type { editionView } from '../../../lib/contract/edition-views.ts';
import type { roundView } from '../../../lib/contract/judging-views.ts';
import { at, type Path, textAt } from './json.ts';

type Edition = Pick<z.output<typeof editionView>, 'phase' | 'plan'>;
type Round = Pick<z.output<typeof roundView>, 'roundId' | 'state'>;

interface FrozenWords {
  readonly roundIsOpen: string;
  readonly isUsed: string;
  readonly isJudging: string;
}

/** What an open round is scored and closed by (lib/contest/plan-freeze.ts has the rule, which the server keeps). */
const ofOpenRound: ReadonlySet<string | number | undefined> = new Set([
  'rubrics',
  'rules',
  'scale',
  'commentRequired',
  'divergence',
  'closesAt',
]);

/** Why nothing may be changed at a place of the plan any more; undefined where it may. */
export function frozenIn(
  edition: Edition,
  rounds: readonly Round[],
  words: FrozenWords,
): (path: Path) => string | undefined {
  const open = new Set(rounds.filter(({ state }) => state !== 'planned').map((one) => one.roundId));
  return (path) => {
    const [section, place, part] = path;
    if (path.length === 3 && section === 'rounds' && ofOpenRound.has(part)) {
      const id = textAt(at(edition.plan, ['rounds', place ?? 0]), ['id']);
      return open.has(id) ? words.roundIsOpen : undefined;
    }
    const isWindow = place === 'submissionsOpenAt' || place === 'submissionsCloseAt';
    return path.length === 2 && section === 'dates' && isWindow && edition.phase === 'judging'
      ? words.isJudging
      : undefined;
  };
}

/** Lists of which nothing that stands there can be taken away once submissions have opened. */
const namedByEntries: ReadonlySet<string | number | undefined> = new Set([
  'tracks',
  'fields',
  'documents',
  'questions',
  'consents',
]);

/** Whether entries may name what stands in this list. */
export const isNamedByEntries = (path: Path): boolean =>
  path.length === 1 && namedByEntries.has(path[0]);
