import { derivedReason, recordConflict, whyNotDerive } from '../contest/conflicts.ts';
import type { DerivedCause } from '../contest/derived-conflicts.ts';
import { bySystem, type Round } from '../contest/round.ts';
import type { Teammate } from '../contest/team.ts';
import type { Table } from '../platform/table.ts';
import { appendAudit } from './audit.ts';
import type { Change } from './change.ts';
import { teammateSchema } from './entry-schemas.ts';
import { getAll } from './get-all.ts';
import { read, readAll } from './items.ts';
import { changedDeclaration, changedSheet } from './judging.ts';
import { declarationSchema, sheetSchema } from './judging-schemas.ts';
import { keys } from './keys.ts';
import { readRound } from './rounds.ts';
import { type SheetPlace, sheetRecord } from './sheet-acts.ts';
import { type SystemAct, systemWrite } from './system-write.ts';
import { underConflict } from './under-conflict.ts';

/** The team beside its lead. */
export async function loadTeammates(
  table: Table,
  editionId: string,
  entryId: string,
): Promise<readonly Teammate[]> {
  const { pk, sk } = keys.teammate(editionId, entryId, '');
  const { items } = await table.query({ partition: pk, sort: { beginsWith: sk }, limit: 500 });
  return readAll(teammateSchema, items);
}

/** The verified addresses of many entries' teams beside their leads, by entry id: only who ever invited somebody has one, so only these teams are read. */
export async function loadTeamsMails(
  table: Table,
  editionId: string,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const teams = await getAll(
    table,
    entryIds.map((entryId) => keys.team(editionId, entryId)),
  );
  const invited = new Set(teams.map(({ pk }) => pk));
  const mails = entryIds
    .filter((entryId) => invited.has(keys.team(editionId, entryId).pk))
    .map(async (entryId) => {
      const team = await loadTeammates(table, editionId, entryId);
      return [entryId, team.map(({ email }) => email)] as const;
    });
  return new Map(await Promise.all(mails));
}

/**
 * Records what shows a conflict as the system's word, each with an audit record of its own: from here queue, sheets and
 * ranking have one source, whoever knew. The answer is what each conflict stands on.
 */
export async function recordDerived(
  table: Table,
  { editionId, roundId }: Pick<Round, 'editionId' | 'roundId'>,
  derived: ReadonlyMap<string, readonly DerivedCause[]>,
  { now, newId }: { readonly now: string; readonly newId: () => string },
): Promise<ReadonlyMap<string, string>> {
  const words = [...derived].map(([pair, causes]) => {
    const [entryId = '', judgeId = ''] = pair.split(' ');
    const reason = derivedReason(causes);
    return { pair, reason, place: { editionId, roundId, entryId, judgeId } };
  });
  await Promise.all(
    words.map(async ({ place, reason }) => {
      const act = {
        actorId: 'system:conflicts',
        operation: 'declareConflict',
        subject: `declaration/${editionId}/${place.entryId}/${place.judgeId}`,
        at: now,
        eventId: newId(),
        editionId,
        detail: { conflict: true, reason },
      };
      await systemWrite(table, act, async () => await recorded(table, place, act));
    }),
  );
  return new Map(words.map(({ pair, reason }) => [pair, reason]));
}

async function recorded(
  table: Table,
  place: SheetPlace,
  act: SystemAct & { readonly detail: { readonly reason: string } },
): Promise<readonly Change[] | undefined> {
  const { editionId, roundId, entryId, judgeId } = place;
  const [roundOne, declarationOne, sheetOne] = await table.getMany([
    keys.round(editionId, roundId),
    keys.declaration(editionId, entryId, judgeId),
    keys.sheet(editionId, roundId, entryId, judgeId),
  ]);
  const round = readRound(roundOne);
  if (!round || whyNotDerive(round)) return undefined;
  const before = read(declarationSchema, declarationOne);
  const { reason } = act.detail;
  const { declaration, struck } = recordConflict(
    { round, declaration: before, sheet: read(sheetSchema, sheetOne) },
    { editionId, entryId, judgeId },
    { by: bySystem, reason },
    act.at,
  );
  if (declaration === before && !struck) return undefined;
  return [
    ...(declaration === before ? [] : [changedDeclaration(declaration)]),
    ...(struck ? [changedSheet(struck)] : []),
    underConflict(round, entryId, judgeId),
    ...(struck
      ? [
          {
            action: appendAudit(
              {
                at: act.at,
                actorId: act.actorId,
                operation: act.operation,
                requestId: act.eventId,
                ...sheetRecord(struck, { reason, recused: true }),
              },
              editionId,
              1,
            ),
          },
        ]
      : []),
  ];
}
