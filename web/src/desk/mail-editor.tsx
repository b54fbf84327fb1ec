import { useQueryClient } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type * as z from 'zod';
import { outboxRoutes } from '../../../lib/contract/outbox-routes.ts';
import type { mailView } from '../../../lib/contract/outbox-views.ts';
import { ProblemError } from '../../../lib/contract/problem-error.ts';
import { api } from '../api.ts';
import { useWords } from '../language.tsx';
import { Errors, LongField, TextField } from '../ui/field.tsx';
import { mailWords } from '../words/desk-mail-words.ts';
import { Refused } from './refused.tsx';
import { useAct } from './use-act.ts';
import { namesOf } from './use-names.ts';

/** A mail with the ETag that a change of it has to name. */
export interface KeptMail {
  readonly mail: z.output<typeof mailView>;
  readonly etag: string;
}

/** Other words for a held mail; a change by somebody else is told, and nothing is lost unasked. */
export function MailEditor(props: {
  readonly editionId: string;
  readonly kept: KeptMail;
  /** Reads the mail as it stands now. */
  readonly reload: () => Promise<KeptMail | undefined>;
  /** What may be done with the mail once nothing typed is left unsaved. */
  readonly children: ComponentChildren;
}) {
  const { editionId, kept, reload } = props;
  const { mailId } = kept.mail;
  const words = useWords(mailWords);
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ subject: kept.mail.subject, text: kept.mail.text });
  // What the typed words are based on: a newer one that was read meanwhile must not be overwritten.
  const [basis, setBasis] = useState(kept.etag);
  const save = useAct(
    async (wish: typeof typed & { readonly etag: string }, idempotencyKey) =>
      await api.call(outboxRoutes.changeMail, {
        path: { editionId, mailId },
        body: { subject: wish.subject, text: wish.text },
        ifMatch: wish.etag,
        idempotencyKey,
      }),
    async ({ etag = '' }) => {
      setBasis(etag);
      await queries.invalidateQueries({ queryKey: ['mails', editionId] });
    },
  );
  const isSaved = typed.subject === kept.mail.subject && typed.text === kept.mail.text;
  const takeTheirs = async () => {
    const theirs = await reload();
    if (theirs === undefined) return;
    setTyped({ subject: theirs.mail.subject, text: theirs.mail.text });
    setBasis(theirs.etag);
    save.reset();
  };
  const problem = save.error instanceof ProblemError ? save.error.problem : undefined;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ ...typed, etag: basis });
        }}
      >
        <Errors.Provider value={problem?.errors ?? []}>
          <TextField
            label={words.subject}
            pointer="/subject"
            value={typed.subject}
            change={(subject) => setTyped({ ...typed, subject })}
          />
          <LongField
            label={words.text}
            pointer="/text"
            rows={14}
            value={typed.text}
            change={(text) => setTyped({ ...typed, text })}
          />
        </Errors.Provider>
        {problem?.code === 'precondition-failed' ? (
          <div class="notice alarm" role="alert">
            <p>{words.elsewhere}</p>
            <button type="button" class="quiet" onClick={() => void takeTheirs()}>
              {words.takeTheirs}
            </button>
          </div>
        ) : (
          <Refused error={save.error} names={namesOf()} />
        )}
        <p class="actions">
          <button type="submit" disabled={save.isPending || isSaved}>
            {words.save}
          </button>
          {save.isSuccess && isSaved ? <span role="status">{words.saved}</span> : null}
        </p>
      </form>
      {isSaved ? props.children : <p class="soft">{words.saveFirst}</p>}
    </>
  );
}
