import { useWords } from '../language.tsx';
import { deskWords } from '../words/desk-words.ts';
import { Desk } from './desk.tsx';
import { EntryNumbers } from './entry-numbers.tsx';
import { RoundCards } from './round-cards.tsx';
import { WhatWaits } from './what-waits.tsx';

/** Where the contest stands and what waits for somebody of the desk. */
export function OverviewPage({ params }: { readonly params: { readonly editionId: string } }) {
  const desk = useWords(deskWords);
  return (
    <Desk editionId={params.editionId} title={desk.desk}>
      {(facts) => (
        <>
          <WhatWaits facts={facts} />
          <EntryNumbers facts={facts} />
          <RoundCards facts={facts} />
        </>
      )}
    </Desk>
  );
}
