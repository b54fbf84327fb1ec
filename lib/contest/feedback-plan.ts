/** What startups are given back of their scores. */
export const feedbackScores = ['criteria', 'total', 'none'] as const;

/** What startups are given back once the result is published: means, the place in the track, comments that were let through. */
export type FeedbackPlan = {
  readonly scores: (typeof feedbackScores)[number];
  readonly rank: boolean;
  readonly comments: boolean;
};

/** Where the rules say nothing: every mean, no place, comments. */
const unlessTold: FeedbackPlan = { scores: 'criteria', rank: false, comments: true };

interface Told {
  readonly feedback?: FeedbackPlan;
}

/** What the rules give back. */
export const feedbackOf = ({ feedback }: Told): FeedbackPlan => feedback ?? unlessTold;

/** Whether the rules give anything back at all. */
export function givesFeedback(plan: Told): boolean {
  const { scores, rank, comments } = feedbackOf(plan);
  return scores !== 'none' || rank || comments;
}
