import { Link } from 'wouter-preact';
import type * as z from 'zod';
import type { auditPage } from '../../../lib/contract/audit-views.ts';
import { useLanguage, useWords } from '../language.tsx';
import { accountWords } from '../words/account-words.ts';
import { actWords } from '../words/act-words.ts';
import { auditWords } from '../words/audit-words.ts';
import { dossierWords } from '../words/desk-dossier-words.ts';
import type { DeskFacts } from './desk.tsx';
import { useDetailTexts } from './use-detail-texts.ts';

type Page = z.output<typeof auditPage>;
export type AuditRecord = Page['items'][number];

/** Whom and what the pages read so far name, by their ids. */
export interface NamedIn {
  readonly people: ReadonlyMap<string, Page['people'][number]>;
  readonly codes: ReadonlyMap<string, string>;
}

interface LineProps {
  readonly act: AuditRecord;
  readonly named: NamedIn;
  readonly facts: DeskFacts;
}

/** One act: when, who, what, and to what. */
export function AuditLine({ act, named, facts }: LineProps) {
  const { format } = useLanguage();
  const acts = useWords(actWords);
  const words = useWords(auditWords);
  const dossier = useWords(dossierWords);
  const account = useWords(accountWords);
  const { plan } = facts.edition;
  const said = useSaid(act, named, facts);
  const href = placeOf(act.subject, facts);
  const thing = useThing({ act, named, facts });
  const who = named.people.get(act.actorId);
  const somebody = act.actorId.startsWith('system:') ? dossier.system : dossier.startup;
  return (
    <li>
      <div>
        <strong>{acts[act.operation] ?? words.act}</strong>
        {said.length === 0 ? null : <p>{said.join(' · ')}</p>}
      </div>
      <div>
        {href === undefined ? thing : <Link href={href}>{thing}</Link>}
        <p class="only">
          <Link
            href={`/editions/${facts.editionId}/desk/audit?subject=${encodeURIComponent(act.subject.name)}`}
            aria-label={`${words.onlyThis}: ${thing}`}
          >
            {words.onlyThis}
          </Link>
        </p>
      </div>
      <p class="soft">
        <time dateTime={act.at}>{format.moment(act.at, plan.timeZone).slice(0, 5)}</time>
        {' · '}
        {who === undefined
          ? somebody
          : [who.name, ...who.roles.map((role) => account.roles[role])].join(', ')}
      </p>
    </li>
  );
}

/** What the act was done to, in words: never an id. */
function useThing({ act: { subject }, named, facts }: LineProps): string {
  const { of } = useLanguage();
  const words = useWords(auditWords);
  const { kind, entryId = '', roundId, judgeId = '', personId = '' } = subject;
  const round = facts.edition.plan.rounds.find(({ id }) => id === roundId)?.name;
  const code = named.codes.get(entryId);
  const parts = [
    code ?? [],
    named.people.get(judgeId)?.name ?? named.people.get(personId)?.name ?? [],
    round === undefined ? [] : of(round),
  ].flat();
  return kind === 'round' && round !== undefined
    ? of(round)
    : [words.kinds[kind], ...parts].join(' · ');
}

/** The page of the desk on which the thing is seen, if one is. */
function placeOf(
  { kind, entryId, roundId, mailId }: AuditRecord['subject'],
  { editionId }: DeskFacts,
): string | undefined {
  const desk = `/editions/${editionId}/desk`;
  if (mailId !== undefined) return `${desk}/mails/${encodeURIComponent(mailId)}`;
  if (entryId !== undefined) return `${desk}/entries/${entryId}`;
  if (roundId !== undefined) return `${desk}/rounds/${roundId}`;
  switch (kind) {
    case 'member':
    case 'invitation':
      return `${desk}/people`;
    case 'mails':
      return `${desk}/mails`;
    case 'result':
      return `${desk}/publication`;
    case 'screenings':
    case 'late-admission':
      return `${desk}/entries`;
    case 'edition':
      return `/editions/${editionId}/rules`;
    default:
      return undefined;
  }
}

function useSaid(
  { operation, detail = {} }: AuditRecord,
  { people }: NamedIn,
  { edition }: DeskFacts,
) {
  const { format } = useLanguage();
  const words = useWords(auditWords);
  const { timeZone } = edition.plan;
  const shared = useDetailTexts(detail, edition.plan);
  const { revision, resultVersion, publishAt, leaves, joins, chair } = detail;
  const name = (id: string) => people.get(id)?.name ?? '?';
  return [
    ...shared,
    revision === undefined ? [] : words.revision(format.count(revision)),
    resultVersion === undefined ? [] : words.resultVersion(format.count(resultVersion)),
    publishAt === undefined ? [] : words.publishAt(format.moment(publishAt, timeZone)),
    leaves === undefined || joins === undefined ? [] : words.replaced(name(leaves), name(joins)),
    // Minutes have the name that was signed, a panel the person.
    chair === undefined ? [] : words.chair(operation === 'recordMinutes' ? chair : name(chair)),
    yesOrNo(detail.conflict, words.conflict, words.noConflict),
    yesOrNo(detail.struck, words.struck),
    yesOrNo(detail.recused, words.struck),
    yesOrNo(detail.dryRun, words.dryRun),
    yesOrNo(detail.clean, words.clean, words.notClean),
  ].flat();
}

function yesOrNo(said: boolean | undefined, yes: string, no?: string): string | readonly string[] {
  if (said === undefined) return [];
  return (said ? yes : no) ?? [];
}
