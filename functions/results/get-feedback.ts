import { componentList } from '../../lib/contest/components.ts';
import { roundFeedback } from '../../lib/contest/feedback.ts';
import { type FeedbackPlan, feedbackOf, givesFeedback } from '../../lib/contest/feedback-plan.ts';
import { found } from '../../lib/contest/found.ts';
import { shownComment } from '../../lib/contest/moderation.ts';
import { type Plan, roundOf, rubricFor } from '../../lib/contest/plan.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { Part } from '../../lib/contest/rubric.ts';
import { feedbackRoutes } from '../../lib/contract/feedback-routes.ts';
import { endpoint } from '../../lib/http/endpoint.ts';
import { loadFeedbackGate, loadTold, loadToldRounds } from '../../lib/store/feedback-facts.ts';

type Told = Awaited<ReturnType<typeof loadTold>>[number];

/**
 * A team reads what the judges gave back. The published result alone opens it, to all at the same instant: before it, and
 * where the rules give nothing back, it is as if nothing were here.
 */
export const getFeedback = endpoint(
  feedbackRoutes.getFeedback,
  async ({ path, actor, table, admit }) => {
    const { editionId, entryId } = path;
    const facts = await loadFeedbackGate(table, { ...path, personId: actor.personId });
    const { code } = found(facts.entry);
    admit(facts.standing);
    const { plan } = found(facts.plan);
    const published = found(givesFeedback(plan) ? facts.published : undefined);
    const roundIds = plan.rounds.map(({ id }) => id);
    const rounds = await loadToldRounds(table, { editionId, roundIds }, published);
    const told = await loadTold(table, rounds, { editionId, entryId });
    return {
      editionId,
      entryId,
      code,
      publishedAt: published.publishedAt,
      rounds: told.flatMap((one) => roundReply(plan, feedbackOf(plan), one)),
    };
  },
);

/** A round that the entry was in. */
function roundReply(plan: Plan, gives: FeedbackPlan, { round, share, averages, commented }: Told) {
  const { roundId } = round;
  const roundPlan = roundOf(plan, roundId);
  if (!share || !roundPlan) return [];
  const comments = commented.flatMap((one) => shownComment(round, one) ?? []);
  const told = roundFeedback(gives, { roundId, share, averages, comments });
  const { criteria, components, ...rest } = told;
  const rubric = rubricFor(roundPlan, share.trackId);
  if (!rubric) return [];
  const named = namedIn(rubric.criteria, criteria, ({ criterionId }) => criterionId);
  const added = namedIn(componentList(rubric), components ?? [], (one) => one.componentId);
  return [
    {
      ...rest,
      comments: [...rest.comments],
      name: roundPlan.name,
      criteria: named,
      ...(components === undefined ? {} : { components: added }),
    },
  ];
}

/** Figures with the names and maxima of what they are for. */
const namedIn = <Figure>(
  parts: readonly Omit<Part, 'step'>[],
  figures: readonly Figure[],
  idOf: (figure: Figure) => string,
) =>
  figures.flatMap((figure) => {
    const part = parts.find(({ id }) => id === idOf(figure));
    return part ? [{ ...figure, name: part.name, maxPoints: formatPoints(part.maxPoints) }] : [];
  });
