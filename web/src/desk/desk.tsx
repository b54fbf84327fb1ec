import type { ComponentChildren } from 'preact';
import { Link, useLocation } from 'wouter-preact';
import type * as z from 'zod';
import type { editionView } from '../../../lib/contract/edition-views.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { useAccount } from '../account/use-account.ts';
import { useLanguage, useWords } from '../language.tsx';
import { useEdition } from '../public/edition-query.ts';
import { whatHinders } from '../queries.ts';
import { Failure } from '../ui/failure.tsx';
import { useTitle } from '../ui/use-title.ts';
import { Waiting } from '../ui/waiting.tsx';
import { deskWords } from '../words/desk-words.ts';
import './desk.css';

/** Where a page of the desk is, and who looks at it. */
export interface DeskFacts {
  readonly edition: z.output<typeof editionView>;
  readonly editionId: string;
  /** What only organisers may is not shown to the secretariat. */
  readonly isOrganiser: boolean;
  readonly personId: string;
}

interface DeskProps {
  readonly editionId: string;
  readonly title: string;
  readonly children: (facts: DeskFacts) => ComponentChildren;
}

/** What is around each page of the organisers and the secretariat: who may, the way between its parts, the title. */
export function Desk(props: DeskProps) {
  return (
    <SignedIn>
      <Inside {...props} />
    </SignedIn>
  );
}

function Inside({ editionId, title, children }: DeskProps) {
  const { of } = useLanguage();
  const desk = useWords(deskWords);
  useTitle(title);
  const edition = useEdition(editionId);
  const me = useAccount();
  const error = whatHinders([edition, me]);
  if (error !== null) {
    return (
      <Failure error={error} retry={() => void Promise.all([edition.refetch(), me.refetch()])} />
    );
  }
  if (edition.data === undefined || me.data === undefined) return <Waiting />;
  const roles = me.data.memberships.find((one) => one.editionId === editionId)?.roles ?? [];
  const isOrganiser = roles.includes('organiser');
  if (!isOrganiser && !roles.includes('secretary')) {
    return (
      <article class="narrow">
        <h1>{desk.desk}</h1>
        <p class="notice alarm">{desk.notYours}</p>
      </article>
    );
  }
  const facts = { edition: edition.data, editionId, isOrganiser, personId: me.data.personId };
  return (
    <article class="organisers">
      <p class="eyebrow">{of(edition.data.plan.name)}</p>
      <Parts {...facts} />
      <h1>{title}</h1>
      {children(facts)}
    </article>
  );
}

function Parts({ edition, editionId, isOrganiser }: DeskFacts) {
  const { of } = useLanguage();
  const desk = useWords(deskWords);
  const [here] = useLocation();
  const base = `/editions/${editionId}/desk`;
  const parts = [
    { href: base, text: desk.overview },
    { href: `${base}/plan`, text: desk.plan },
    { href: `${base}/entries`, text: desk.entries },
    { href: `${base}/people`, text: desk.people },
    { href: `${base}/mails`, text: desk.mails },
    ...edition.plan.rounds.map(({ id, name }) => ({
      href: `${base}/rounds/${id}`,
      text: of(name),
    })),
    { href: `${base}/publication`, text: desk.publication },
    ...(isOrganiser ? [{ href: `${base}/audit`, text: desk.audit }] : []),
  ];
  return (
    <nav class="parts" aria-label={desk.parts}>
      {parts.map(({ href, text }) => (
        <Link
          key={href}
          href={href}
          aria-current={
            here === href || (href !== base && here.startsWith(`${href}/`)) ? 'page' : undefined
          }
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
