import { useState } from 'preact/hooks';
import { exportRoutes } from '../../../lib/contract/export-routes.ts';
import { paperRoutes } from '../../../lib/contract/paper-routes.ts';
import type { PaperRequest } from '../../../lib/contract/paper-views.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { ChoiceField } from '../ui/field.tsx';
import { paperWords } from '../words/paper-words.ts';
import { DraftDecisionForm } from './draft-decision-form.tsx';
import { FileMaker } from './file-maker.tsx';
import type { ResultFacts } from './use-outcome.ts';

/** The papers of a round and its marks as files. */
export function PapersPart({ facts }: { readonly facts: ResultFacts }) {
  const { path, names, preview } = facts;
  const words = useWords(paperWords);
  const [judgeId, setJudge] = useState('');
  const judges = new Set(
    preview.rankings
      .flatMap((ranking) => ranking.entries)
      .flatMap(({ sheets }) => sheets.map((sheet) => sheet.judgeId)),
  );
  const make = async (body: PaperRequest, idempotencyKey: string) =>
    (await api.call(paperRoutes.makePaper, { path: { ...path }, body, idempotencyKey })).body;
  const isLast = facts.desk.edition.plan.rounds.at(-1)?.id === path.roundId;
  return (
    <section>
      <h2>{words.papers}</h2>
      <p class="soft">{words.papersHelp}</p>
      <ul class="rows">
        <FileMaker
          name={words.scores}
          make={async (key) =>
            (
              await api.call(exportRoutes.exportScores, {
                path: { ...path },
                idempotencyKey: key,
              })
            ).body
          }
        />
        <FileMaker
          name={words.kinds.tally}
          make={async (key) => await make({ kind: 'tally' }, key)}
        />
        <FileMaker
          name={words.kinds.minutes}
          make={async (key) => await make({ kind: 'minutes' }, key)}
        />
        <FileMaker
          key={judgeId}
          name={words.kinds['score-sheet']}
          isReady={judgeId !== ''}
          make={async (key) => await make({ kind: 'score-sheet', judgeId }, key)}
        >
          <ChoiceField
            label={words.judge}
            pointer="/judgeId"
            value={judgeId}
            options={[...judges].map((id) => ({ id, text: names.person(id) }))}
            change={setJudge}
          />
        </FileMaker>
      </ul>
      {isLast ? <DraftDecisionForm make={make} /> : null}
    </section>
  );
}
