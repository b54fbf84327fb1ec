import { useLanguage, useWords } from '../language.tsx';
import { roundWords } from '../words/desk-round-words.ts';
import type { Proposal } from './proposal.ts';
import type { Names } from './use-names.ts';

/** How good a proposal is, in words. */
export function ProposalReport(props: { readonly proposal: Proposal; readonly names: Names }) {
  const { proposal, names } = props;
  const { format } = useLanguage();
  const words = useWords(roundWords);
  const { pairs, taken, standing, beyondDemand, cost, leastCost, report } = proposal;
  const { count } = format;
  const { loads, coReadings, concerns } = report;
  const lines = [
    pairs.length + taken.length === 0 ? words.nothingNew : [],
    pairs.length > 0 ? words.newTasks(count(pairs.length)) : [],
    taken.length > 0 ? words.takenTasks(count(taken.length)) : [],
    standing > 0 ? words.standing(count(standing)) : [],
    words.loads(count(loads.least), count(loads.most)),
    words.coReadings(count(coReadings.least), count(coReadings.most)),
    cost <= leastCost ? words.wishesMet : words.wishesLeft,
    beyondDemand.map(({ entryId, by }) => words.beyond(names.entry(entryId), count(by))),
  ].flat();
  const about = {
    disconnected: [],
    'fragile-judges': report.fragileJudges.map(names.person),
    bridges: report.bridges.map(
      ({ entryId, judgeId }) => `${names.entry(entryId)} – ${names.person(judgeId)}`,
    ),
    'uneven-loads': [],
    'low-efficiency': [],
  };
  return (
    <div class={concerns.length === 0 ? 'notice good' : 'notice'} role="status">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {concerns.length === 0 ? <li>{words.noConcerns}</li> : null}
        {concerns.map((concern) => (
          <li key={concern}>
            <strong>{words.concerns[concern]}</strong> {about[concern].join('; ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
