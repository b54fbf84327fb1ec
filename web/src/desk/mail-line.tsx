import { Link } from 'wouter-preact';
import type * as z from 'zod';
import type { mailSummary } from '../../../lib/contract/outbox-views.ts';
import { useLanguage, useWords } from '../language.tsx';
import { mailWords } from '../words/desk-mail-words.ts';
import type { DeskFacts } from './desk.tsx';

/** One mail in the list; one that is held can be chosen. */
export function MailLine(props: {
  readonly mail: z.output<typeof mailSummary>;
  readonly facts: DeskFacts;
  readonly isPicked: boolean;
  readonly toggle: () => void;
}) {
  const { mail, facts, isPicked, toggle } = props;
  const { format } = useLanguage();
  const words = useWords(mailWords);
  const { timeZone } = facts.edition.plan;
  const { mailId, kind, subject, to, state, failure, createdAt, sentAt } = mail;
  return (
    <li>
      <div class="picked">
        {state === 'held' ? (
          <input
            type="checkbox"
            checked={isPicked}
            aria-label={words.pick(subject, to)}
            onChange={toggle}
          />
        ) : null}
        <div>
          <Link href={`/editions/${facts.editionId}/desk/mails/${mailId}`}>{subject}</Link>
          <p class="soft">{words.kinds[kind] ?? kind}</p>
        </div>
      </div>
      <p class="soft">{to}</p>
      <div>
        <span class="state">{words.states[state]}</span>
        <p class="soft">
          {sentAt === undefined
            ? words.created(format.moment(createdAt, timeZone))
            : words.sentAt(format.moment(sentAt, timeZone))}
        </p>
        {failure === undefined ? null : <p class="wrong-text">{words.failures[failure]}</p>}
      </div>
    </li>
  );
}
