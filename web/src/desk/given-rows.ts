import type * as z from 'zod';
import type { WirePlan } from '../../../lib/contest/plan-wire.ts';
import { whyNotPoints } from '../../../lib/contest/points.ts';
import { rangeFromWire } from '../../../lib/contest/rubric-wire.ts';
import type { givenView, givingsRequest } from '../../../lib/contract/judging-component-views.ts';

export type Given = z.output<typeof givenView>;
export type Row = z.input<typeof givingsRequest>['entries'][number];
type Planned = WirePlan['rounds'][number];

/** One thing that no judge gives. */
export interface Component {
  readonly id: string;
  readonly name: Planned['name'];
  readonly minPoints?: string;
  readonly maxPoints: string;
  /** Of points alone: a vote is counted. */
  readonly step?: string;
}

/** What was typed, by entry and component; what is not in it is as stored. */
export type Typed = ReadonlyMap<string, string>;

export const placeOf = (entryId: string, componentId: string) => `${entryId} ${componentId}`;

/** What an entry of this track gets from no judge. */
export function componentsFor(round: Planned | undefined, trackId: string): readonly Component[] {
  const rubric = round?.rubrics.find(({ tracks }) => tracks?.includes(trackId) !== false)?.rubric;
  const { given = [], vote } = rubric ?? {};
  if (vote === undefined) return given;
  const { id, name, maxPoints } = vote;
  return [...given, { id, name, maxPoints }];
}

/** What stands, as it is sent. */
export const storedOf = ({ id, step }: Component, given: Given | undefined): string =>
  (step === undefined ? given?.votes?.toString() : given?.points[id]) ?? '';

/** Whether a text can be sent: points on their grid, or a count. */
export function isRight({ step, ...range }: Component, text: string): boolean {
  if (text === '') return true;
  return step === undefined
    ? /^\d{1,9}$/.test(text)
    : whyNotPoints(text, rangeFromWire({ ...range, step })) === undefined;
}

/** The row that an entry's typed values make over what stands; undefined where nothing differs. */
export function rowOf(
  entryId: string,
  components: readonly Component[],
  given: Given | undefined,
  typed: Typed,
): Row | undefined {
  const values = components.map((one) => {
    const stored = storedOf(one, given);
    return { ...one, stored, text: typed.get(placeOf(entryId, one.id)) ?? stored };
  });
  if (values.every(({ stored, text }) => stored === text)) return undefined;
  const votes = values.find(({ step, text }) => step === undefined && text !== '');
  return {
    entryId,
    version: given?.version ?? 0,
    points: Object.fromEntries(
      values
        .filter(({ step, text }) => step !== undefined && text !== '')
        .map(({ id, text }) => [id, text]),
    ),
    ...(votes === undefined ? {} : { votes: Number(votes.text) }),
  };
}

/** At which field the server's pointer is: `placeOf` it, or the pointer where it is none of a row. */
export function placeAt(
  pointer: string,
  rows: readonly Row[],
  voteOf: (entryId: string) => string,
): string {
  const [, at = '', component = ''] = /^\/entries\/(\d+)\/(?:points\/)?(.+)$/.exec(pointer) ?? [];
  const entryId = rows[Number(at)]?.entryId;
  if (at === '' || entryId === undefined) return pointer;
  return placeOf(entryId, component === 'votes' ? voteOf(entryId) : component);
}
