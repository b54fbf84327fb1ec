import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { feedbackRoutes } from '../../../lib/contract/feedback-routes.ts';
import type { moderationRequest } from '../../../lib/contract/feedback-views.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { Refused } from '../desk/refused.tsx';
import type { Names } from '../desk/use-names.ts';
import { useWords } from '../language.tsx';
import { ChoiceField, Errors, LongField } from '../ui/field.tsx';
import { certificateWords } from '../words/certificate-words.ts';
import type { Comment } from './release-part.tsx';
import { errorsOf, useOrder } from './use-order.ts';
import type { RoundPath } from './use-outcome.ts';

type Decision = z.input<typeof moderationRequest>;

const kinds = ['released', 'redacted', 'withheld'] as const;

interface CommentProps {
  readonly path: RoundPath;
  readonly comment: Comment;
  readonly names: Names;
}

/** A comment as the judge wrote it, and what was decided about it. */
export function CommentCard(props: CommentProps) {
  const { comment, names } = props;
  const { entryId, judgeId, moderation } = comment;
  const words = useWords(certificateWords);
  return (
    <article class="panel">
      <h2>{names.entry(entryId)}</h2>
      <p class="soft">{names.person(judgeId)}</p>
      <p class="written">{comment.comment}</p>
      <p>
        <span class="state">
          {moderation === undefined ? words.undecided : words.decisions[moderation.decision]}
        </span>
      </p>
      {moderation?.text === undefined ? null : <p class="written">{moderation.text}</p>}
      {moderation?.reason === undefined ? null : <p class="soft">{moderation.reason}</p>}
      <details>
        <summary>{words.change}</summary>
        <ModerationForm key={moderation?.version ?? 0} {...props} />
      </details>
    </article>
  );
}

function ModerationForm({ path, comment, names }: CommentProps) {
  const words = useWords(certificateWords);
  const { entryId, judgeId, revision, moderation } = comment;
  const [kind, setKind] = useState('');
  const [text, setText] = useState(comment.comment);
  const [reason, setReason] = useState('');
  const moderate = useOrder(
    path.editionId,
    async (body: Decision, idempotencyKey) =>
      await api.call(feedbackRoutes.moderateComment, {
        path: { ...path, entryId, judgeId },
        body,
        idempotencyKey,
        ifMatch: `"${moderation?.version ?? 0}"`,
      }),
  );
  const wanted = decisionOf({ kind, revision, text: text.trim(), reason: reason.trim() });
  const { error } = moderate;
  const isElsewhere = error instanceof ProblemError && error.code === 'precondition-failed';
  return (
    <Errors.Provider value={errorsOf(error)}>
      <ChoiceField
        label={words.decision}
        pointer="/decision"
        value={kind}
        options={kinds.map((id) => ({ id, text: words.decisions[id] }))}
        change={setKind}
      />
      {kind === 'redacted' ? (
        <LongField label={words.text} pointer="/text" value={text} change={setText} />
      ) : null}
      {kind === 'redacted' || kind === 'withheld' ? (
        <LongField
          label={words.reason}
          pointer="/reason"
          rows={2}
          value={reason}
          change={setReason}
        />
      ) : null}
      {isElsewhere ? (
        <p class="notice alarm" role="alert">
          {words.elsewhere}
        </p>
      ) : (
        <Refused error={error} names={names} />
      )}
      <button
        type="button"
        disabled={wanted === undefined || moderate.isPending}
        onClick={() => wanted !== undefined && moderate.mutate(wanted)}
      >
        {words.save}
      </button>
    </Errors.Provider>
  );
}

/** What is sent; nothing while something is missing. */
function decisionOf(typed: {
  readonly kind: string;
  readonly revision: number;
  readonly text: string;
  readonly reason: string;
}): Decision | undefined {
  const { kind, revision, text, reason } = typed;
  if (kind === 'released') return { decision: kind, revision };
  if (reason === '') return undefined;
  if (kind === 'withheld') return { decision: kind, revision, reason };
  return kind === 'redacted' && text !== ''
    ? { decision: kind, revision, text, reason }
    : undefined;
}
