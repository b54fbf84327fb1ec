import { derivationText } from '../../lib/contest/derivation-text.ts';
import { found } from '../../lib/contest/found.ts';
import { derivationRoutes } from '../../lib/contract/derivation-routes.ts';
import { ownConflicts } from '../../lib/derived/own-conflicts.ts';
import { roundOutcome } from '../../lib/derived/round-outcome.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadRound } from '../../lib/store/judging.ts';
import { loadNames } from '../../lib/store/people.ts';

/** An organiser reads how the result came about, step by step; of an entry close to them no single sheet. */
export const getDerivation = endpoint(
  derivationRoutes.getDerivation,
  async ({ path, query, actor, table, admit }) => {
    const { editionId, roundId } = path;
    const { language = 'vi' } = query;
    const facts = await loadRound(table, path, actor.personId);
    found(facts.edition);
    admit(facts.standing);
    const closed = await roundOutcome(table, facts);
    const { tasks, sheets, rulings, outcome, plan, digest } = closed;
    const entries = new Map(tasks.map(({ entryId, code, title }) => [entryId, { code, title }]));
    const deciders = [...rulings.ties, ...rulings.decided].map(({ signedBy }) => signedBy);
    const judges = sheets.map(({ judgeId }) => judgeId);
    const [people, hidden] = await Promise.all([
      loadNames(table, editionId, [...judges, ...deciders]),
      ownConflicts(table, facts.member, [...entries.keys()]),
    ]);
    const { decided } = rulings;
    const written = { outcome, digest, plan, sheets, decided, entries, people, hidden };
    const hiddenSheets = outcome.rankings
      .flatMap((ranking) => ranking.entries)
      .filter(({ entryId }) => hidden.has(entryId))
      .reduce((count, entry) => count + entry.sheets.length, 0);
    return { roundId, digest, language, text: derivationText(written, language), hiddenSheets };
  },
);
