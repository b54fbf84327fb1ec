import { found, requireVersion } from './found.ts';
import type { Panel } from './panel.ts';
import { type Blocker, type FieldError, Refused } from './refusal.ts';
import type { Round, RoundState } from './round.ts';

/** What the choice of a panel is decided on. */
export interface PanelFacts {
  readonly round: Round;
  /** Of the people who were named: those who hold the role judge now. */
  readonly judges: ReadonlySet<string>;
  /** How many tasks in force each judge has in the round. */
  readonly tasks: ReadonlyMap<string, number>;
}

/**
 * The round with its panel, chosen anew as often as wanted until scoring opens. Whoever has tasks already stays in it: what
 * was given to them would else be in force outside the panel.
 * @throws Refused precondition-failed, state-conflict, validation-failed
 */
export function setPanel(facts: PanelFacts, panel: Panel, basedOn: number): Round {
  const { round, tasks } = facts;
  requireVersion(round.version, basedOn);
  requireState(round, ['planned']);
  const { judges, chair } = panel;
  refuseErrors([
    ...judges.flatMap((judgeId, at): FieldError[] => {
      const pointer = `/judges/${at}`;
      if (judges.indexOf(judgeId) < at) return [{ pointer, code: 'repeated' }];
      return notAJudge(facts, judgeId, pointer);
    }),
    ...notAJudge(facts, chair, '/chair'),
  ]);
  const blockers = [...tasks]
    .filter(([judgeId]) => !judges.includes(judgeId))
    .map(([judgeId, count]): Blocker => ({ code: 'has-tasks', judgeId, count }));
  if (blockers.length > 0) {
    throw new Refused({ code: 'state-conflict', state: round.state, blockers });
  }
  return withPanel(round, { judges: [...judges], chair });
}

/**
 * The round with one person in another's place, as judge and as chair, whichever the other was. Possible until the ranking
 * is approved: a chair may be needed after the close. Sheets and tasks of whoever leaves stay as they are.
 * @throws Refused not-found where no panel is set, precondition-failed, state-conflict, validation-failed
 */
export function replaceInPanel(
  { round, judges }: Pick<PanelFacts, 'round' | 'judges'>,
  { leaves, joins }: { readonly leaves: string; readonly joins: string },
  basedOn: number,
): Round {
  const panel = found(round.panel);
  requireVersion(round.version, basedOn);
  requireState(round, ['planned', 'scoring', 'closed']);
  const isIn = panel.chair === leaves || panel.judges.includes(leaves);
  refuseErrors([
    ...(isIn ? [] : [{ pointer: '/leaves', code: 'not-in-panel' }]),
    ...(leaves === joins ? [{ pointer: '/joins', code: 'repeated' }] : []),
    ...notAJudge({ judges }, joins, '/joins'),
  ]);
  const inPlace = (personId: string) => (personId === leaves ? joins : personId);
  return withPanel(round, {
    judges: [...new Set(panel.judges.map(inPlace))],
    chair: inPlace(panel.chair),
  });
}

const withPanel = (round: Round, panel: Panel): Round => ({
  ...round,
  panel,
  version: round.version + 1,
});

const notAJudge = (
  { judges }: Pick<PanelFacts, 'judges'>,
  personId: string,
  pointer: string,
): FieldError[] => (judges.has(personId) ? [] : [{ pointer, code: 'not-a-judge' }]);

function requireState({ state }: Round, allowed: readonly RoundState[]): void {
  if (!allowed.includes(state)) throw new Refused({ code: 'state-conflict', state });
}

function refuseErrors(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new Refused({ code: 'validation-failed', errors });
}
