import { useQuery } from '@tanstack/preact-query';
import { Link } from 'wouter-preact';
import { outboxRoutes } from '../../../lib/contract/outbox-routes.ts';
import { api } from '../api.ts';
import { serverNow } from '../clock.ts';
import { useLanguage, useWords } from '../language.tsx';
import { Countdown } from '../public/countdown.tsx';
import { Failure } from '../ui/failure.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { deskWords } from '../words/desk-words.ts';
import type { DeskFacts } from './desk.tsx';
import { useInvitations } from './invitations-part.tsx';
import { useCounts } from './use-counts.ts';

/** The deadline, and what somebody of the desk has to do, each with the way there. */
export function WhatWaits({ facts }: { readonly facts: DeskFacts }) {
  const { format } = useLanguage();
  const desk = useWords(deskWords);
  const { edition, editionId } = facts;
  const isOpen = serverNow() < Date.parse(edition.closesAt);
  const counts = useCounts(editionId);
  const mails = useWaitingMails(editionId);
  const invitations = useInvitations(editionId);
  const error = counts.error ?? mails.error ?? invitations.error;
  const retry = () => void Promise.all([counts.refetch(), mails.refetch(), invitations.refetch()]);
  if (error !== null) return <Failure error={error} retry={retry} />;
  if (!(counts.data && mails.data && invitations.data)) return <Waiting />;
  const base = `/editions/${editionId}/desk`;
  const open = invitations.data.filter(({ state }) => state === 'pending').length;
  const { held, failed } = mails.data;
  const lines = [
    {
      count: counts.data.byState.submitted,
      text: desk.toScreen,
      note: isOpen ? desk.toScreenLater : undefined,
      href: `${base}/entries?state=submitted`,
    },
    {
      count: counts.data.incomplete,
      text: desk.incomplete,
      href: `${base}/entries?incomplete=true`,
    },
    {
      count: counts.data.supplementsOpen,
      text: desk.supplements,
      href: `${base}/entries?supplement=open`,
    },
    { count: held, text: desk.heldMails, isCut: true, href: `${base}/mails?state=held` },
    { count: failed, text: desk.failedMails, isCut: true, href: `${base}/mails?state=failed` },
    { count: open, text: desk.openInvitations, href: `${base}/people` },
  ].filter(({ count }) => count > 0);
  return (
    <div class="columns">
      <section class="hero">
        {isOpen ? (
          <Countdown to={edition.closesAt} label={desk.timeLeft} />
        ) : (
          <p>{desk.closedSince(format.moment(edition.closesAt, edition.plan.timeZone))}</p>
        )}
      </section>
      <section>
        <h2>{desk.waits}</h2>
        {lines.length === 0 ? <p>{desk.nothingWaits}</p> : null}
        <ul class="todo">
          {lines.map(({ count, text, note, href, isCut }) => (
            <li key={href}>
              <Link href={href}>
                {text(isCut && count > 100 ? desk.atLeast(format.count(100)) : format.count(count))}
              </Link>
              {note === undefined ? null : <span class="soft"> ({note})</span>}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** How many mails are held and how many failed; of each a page is looked at, and one more stands for "more". */
function useWaitingMails(editionId: string) {
  return useQuery({
    queryKey: ['mails', editionId, 'waiting'],
    queryFn: async () => {
      const [held, failed] = await Promise.all(
        (['held', 'failed'] as const).map(async (state) => {
          const { items, next } = (
            await api.call(outboxRoutes.listMails, {
              path: { editionId },
              query: { limit: '100', state },
            })
          ).body;
          return items.length + (next === undefined ? 0 : 1);
        }),
      );
      return { held: held ?? 0, failed: failed ?? 0 };
    },
  });
}
