import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { whyNotPoints } from '../../../lib/contest/points.ts';
import { rangeFromWire, type WireRubric } from '../../../lib/contest/rubric-wire.ts';
import { judgingRoutes } from '../../../lib/contract/judging-routes.ts';
import { api } from '../api.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Failure } from '../ui/failure.tsx';
import { LongField } from '../ui/field.tsx';
import { SaveNote } from '../ui/save-note.tsx';
import { judgeWords } from '../words/judge-words.ts';
import { GivenComponents } from './given-components.tsx';
import { PointsField } from './points-field.tsx';
import { SheetRevisions } from './sheet-revisions.tsx';
import type { KeptSheet, TaskPath } from './use-sheet.ts';
import { useSheetAutosave, wirePoints } from './use-sheet-autosave.ts';

/** The score sheet: points by keyboard or touch, saved as they are given, locked once handed in. */
export function SheetDesk(props: {
  readonly path: TaskPath;
  readonly rubric: WireRubric;
  readonly kept: KeptSheet;
  readonly timeZone: string;
}) {
  const { path, rubric, kept, timeZone } = props;
  const { sheet, etag } = kept;
  const { words, of } = useLanguage();
  const judge = useWords(judgeWords);
  const queries = useQueryClient();
  const parts = rubric.criteria.flatMap((criterion) => criterion.parts ?? [criterion]);
  const whyNot = (partId: string, text: string) => {
    const part = parts.find(({ id }) => id === partId);
    return part === undefined ? undefined : whyNotPoints(text, rangeFromWire(part));
  };
  const form = useSheetAutosave(path, kept, (id, text) => whyNot(id, text) === undefined);
  const { typed, change } = form;
  const submit = useMutation({
    mutationFn: async () =>
      await api.call(judgingRoutes.submitScoreSheet, { path: { ...path }, ifMatch: etag }),
    onSuccess: async ({ body, etag: now = '' }) => {
      queries.setQueryData(['sheet', path.roundId, path.entryId], { sheet: body, etag: now });
      await queries.invalidateQueries({ queryKey: ['queue', path.editionId] });
    },
  });
  const hasWrong = parts.some(
    ({ id }) => problemOf(typed.points[id], (text) => whyNot(id, text)) !== undefined,
  );
  const isLocked = sheet.state === 'submitted';
  const isComplete = parts.every(({ id }) => sheet.points[id] !== undefined);
  return (
    <section class="sheet" aria-labelledby="sheet">
      <h2 id="sheet">{judge.scoreSheet}</h2>
      {sheet.reopened === undefined || isLocked ? null : (
        <p class="notice">{judge.reopened(sheet.reopened.reason)}</p>
      )}
      {isLocked ? (
        <p class="notice good" role="status">
          {judge.sheetHandedIn}
        </p>
      ) : (
        <SaveNote
          state={form.state}
          error={form.error}
          besides={hasWrong ? judge.wrongNotSaved : undefined}
          takeTheirs={() => void form.takeTheirs()}
        />
      )}
      <fieldset class="bare" disabled={isLocked}>
        {rubric.criteria.map((criterion) => (
          <fieldset key={criterion.id} class="field criterion">
            <legend>{of(criterion.name)}</legend>
            {(criterion.parts ?? [criterion]).map((part) => (
              <PointsField
                key={part.id}
                part={part}
                name={of(part.name)}
                isNamed={criterion.parts !== undefined}
                value={typed.points[part.id] ?? ''}
                stored={sheet.points[part.id]}
                problem={problemOf(typed.points[part.id], (text) => whyNot(part.id, text))}
                change={(text) => change({ points: { ...typed.points, [part.id]: text } })}
              />
            ))}
          </fieldset>
        ))}
        <LongField
          label={judge.commentForStartup}
          pointer="/comment"
          value={typed.comment}
          change={(comment) => change({ comment })}
        />
        <LongField
          label={judge.noteForOrganisers}
          pointer="/note"
          rows={3}
          value={typed.note}
          change={(note) => change({ note })}
        />
      </fieldset>
      <GivenComponents rubric={rubric} />
      <p class="total">
        {words.total}: <strong>{sheet.total.replace('.', judge.decimalMark)}</strong>
      </p>
      {submit.error === null ? null : <Failure error={submit.error} />}
      {isLocked ? null : (
        <p class="actions">
          <button
            type="button"
            disabled={!isComplete || hasWrong || form.state !== 'saved' || submit.isPending}
            onClick={() => submit.mutate()}
          >
            {judge.handInSheet}
          </button>
        </p>
      )}
      {sheet.version === 0 ? null : (
        <SheetRevisions path={path} rubric={rubric} timeZone={timeZone} version={sheet.version} />
      )}
    </section>
  );
}

function problemOf<P>(typed: string | undefined, whyNot: (text: string) => P): P | undefined {
  return typed === undefined || typed.trim() === '' ? undefined : whyNot(wirePoints(typed));
}
