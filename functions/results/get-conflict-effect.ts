import { conflictEffects, withStruckCounted } from '../../lib/contest/conflict-effect.ts';
import { found, refuse } from '../../lib/contest/found.ts';
import { deriveOutcome } from '../../lib/contest/outcome.ts';
import { conflictEffectRoutes } from '../../lib/contract/conflict-effect-routes.ts';
import { outcomeFacts, whyNotShown } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadConflicts } from '../../lib/store/assignments.ts';
import { loadRound } from '../../lib/store/judging.ts';

/** An organiser asks whether conflicts decided anything: the ranking with the struck sheets beside the one without. */
export const getConflictEffect = endpoint(
  conflictEffectRoutes.getConflictEffect,
  async ({ path, actor, table, admit }) => {
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const asIs = await outcomeFacts(table, facts);
    refuse(whyNotShown(asIs.round));
    const recused = asIs.held.filter((sheet) => sheet.recused);
    const conflicts = await loadConflicts(table, path.editionId, recused);
    const sheets = withStruckCounted(asIs.sheets, conflicts);
    const changes = conflictEffects(deriveOutcome({ ...asIs, sheets }), deriveOutcome(asIs));
    return {
      roundId: path.roundId,
      struck: recused.flatMap(({ entryId, judgeId, state }) => {
        const basis = conflicts.get(`${entryId} ${judgeId}`);
        return basis === undefined ? [] : [{ entryId, judgeId, state, basis }];
      }),
      changes: changes.map(({ entryId, counted, struck }) => ({
        entryId,
        counted: { ...counted, prizeIds: [...counted.prizeIds] },
        struck: { ...struck, prizeIds: [...struck.prizeIds] },
      })),
    };
  },
);
