import { componentList } from '../../lib/contest/components.ts';
import type { Deliberation } from '../../lib/contest/deliberation.ts';
import { formatPoints } from '../../lib/contest/points.ts';
import type { Part } from '../../lib/contest/rubric.ts';

/** What an entry's score is made of, by name: criteria with their means and parts, and what no judge gives. */
export function scoredParts({ rubric, score, mostVotes }: Deliberation) {
  const means = new Map(score?.criteria.map((one) => [one.criterionId, one]));
  const given = new Map(score?.components?.map((one) => [one.componentId, one]));
  const components = componentList(rubric).map((component) => {
    const { printed, votes } = given.get(component.id) ?? {};
    return {
      componentId: component.id,
      name: component.name,
      maxPoints: formatPoints(component.maxPoints),
      ...(printed === undefined ? {} : { printed }),
      ...(votes === undefined ? {} : { votes }),
    };
  });
  return {
    criteria: rubric.criteria.map(({ id, name, maxPoints, parts }) => {
      const mean = means.get(id);
      return {
        criterionId: id,
        name,
        maxPoints: formatPoints(maxPoints),
        ...(mean ? { mean: mean.mean, printed: mean.printed } : {}),
        ...(parts === undefined ? {} : { parts: parts.map(partFace) }),
      };
    }),
    ...(components.length > 0 ? { components } : {}),
    ...(mostVotes === undefined ? {} : { mostVotes }),
  };
}

const partFace = ({ id, name, maxPoints }: Part) => ({
  id,
  name,
  maxPoints: formatPoints(maxPoints),
});
