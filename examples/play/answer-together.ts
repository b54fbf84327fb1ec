import { routes } from '../../lib/contract/routes.ts';
import { type EntryContent, listOf } from './entries.ts';
import { type Actors, cast } from './stage.ts';
import type { EntryPath } from './upload.ts';

const revenue = 'Bán trà tại ba cửa hàng đặc sản ở Kon Tum và qua sàn thương mại điện tử.';

/** The content with answers after which the form asks one question more. */
export const withOpenQuestion = (content: EntryContent): EntryContent => ({
  ...content,
  answers: { 'giai-doan': 'doanh-thu', 'can-ho-tro': ['thi-truong', 'shtt'] },
});

/** The lead invites somebody into the team, who answers what is still open; who that is. */
export async function answerTogether(
  { does, isRefused }: Actors,
  path: EntryPath,
  lead: string,
  content: EntryContent,
): Promise<string> {
  const { teammate } = cast;
  const { invitationId } = await does(
    lead,
    `invites ${teammate} into the team`,
    routes.inviteTeammate,
    { path, body: { email: teammate, name: 'A Dôn', role: 'editor' } },
    ({ role, state, endsAt }) => `${role}, ${state} until ${endsAt}`,
  );
  const acceptance = { path: { ...path, invitationId } };
  const stranger = cast.startup(7);
  await isRefused(stranger, 'tries to accept it', routes.acceptTeamInvitation, acceptance);
  await does(
    teammate,
    'accepts the invitation',
    routes.acceptTeamInvitation,
    acceptance,
    ({ role }) => role,
  );
  const second = await does(
    lead,
    `invites ${stranger} as well`,
    routes.inviteTeammate,
    { path, body: { email: stranger, name: 'Y Nga', role: 'viewer' } },
    ({ role, state }) => `${role}, ${state}`,
  );
  await does(
    stranger,
    'declines',
    routes.declineTeamInvitation,
    { path: { ...path, invitationId: second.invitationId } },
    ({ state }) => state,
  );
  const { version } = await does(
    teammate,
    'asks what is still missing',
    routes.getEntry,
    { path },
    ({ missing }) => listOf(missing),
  );
  const answers = { ...content.answers, 'doanh-thu-nam': revenue };
  await does(
    teammate,
    'answers the question that was left',
    routes.editEntry,
    { path, body: { ...content, answers }, ifMatch: `"${version}"` },
    ({ missing }) => `still missing: ${listOf(missing)}`,
  );
  return teammate;
}
