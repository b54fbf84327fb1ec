import { Link } from 'wouter-preact';
import type { DeskFacts } from '../desk/desk.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { certificateWords } from '../words/certificate-words.ts';

/** Where comments are let through, round by round. */
export function CommentLinks({ desk }: { readonly desk: DeskFacts }) {
  const { of } = useLanguage();
  const words = useWords(certificateWords);
  return (
    <section>
      <h2>{words.comments}</h2>
      <p>{words.commentsHelp}</p>
      <ul>
        {desk.edition.plan.rounds.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/editions/${desk.editionId}/desk/rounds/${id}/comments`}>
              {words.commentsOf(of(name))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
