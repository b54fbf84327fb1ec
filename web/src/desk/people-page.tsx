import { useWords } from '../language.tsx';
import { peopleWords } from '../words/desk-people-words.ts';
import { deskWords } from '../words/desk-words.ts';
import { Desk } from './desk.tsx';
import { InvitationsPart } from './invitations-part.tsx';
import { InviteForm } from './invite-form.tsx';
import { MembersPart } from './members-part.tsx';

/** Who runs and judges the contest, and who was asked to. */
export function PeoplePage({ params }: { readonly params: { readonly editionId: string } }) {
  const desk = useWords(deskWords);
  const words = useWords(peopleWords);
  return (
    <Desk editionId={params.editionId} title={desk.people}>
      {(facts) => (
        <>
          {facts.isOrganiser ? (
            <InviteForm facts={facts} />
          ) : (
            <p class="soft">{words.onlyOrganisers}</p>
          )}
          <MembersPart facts={facts} />
          <InvitationsPart facts={facts} />
        </>
      )}
    </Desk>
  );
}
