import type { PageWorld, PageWorldName } from './page-worlds.ts';

/** One page to be looked at, in the state that its world is in. */
export interface PageStop {
  /** What its pictures are called. */
  readonly name: string;
  /** As in web/src/app.tsx; an address that others draw has none. */
  readonly route?: string;
  readonly world: PageWorldName;
  /** Who looks; nobody signed in otherwise. */
  readonly who?: string;
  /** What it asks for is not there yet or not to be read yet, and is answered 403 or 404. */
  readonly isMissing?: true;
  readonly address: (found: PageWorld['found']) => string;
}

const seeded = '/editions/kon-tum-2022';
const played = '/editions/kon-tum-play';
const organiser = 'ban-to-chuc-1@so-khcn.example.vn';
const judge = 'giam-khao-1@hoi-dong.example.vn';
const draftOwner = 'startup-3@example.vn';
const entryOwner = 'startup-2@example.vn';
const winner = 'startup-1@example.vn';
const edition = '/editions/:editionId';
const round = `${edition}/desk/rounds/:roundId`;

const judged = { world: 'judged', who: judge } as const;
const desk = { world: 'played', who: organiser } as const;
const closed = { world: 'closed', who: organiser } as const;
const open = { world: 'played' } as const;

/** What everybody, startups and judges see. */
export const outerStops: readonly PageStop[] = [
  { name: 'home', route: '/', ...open, address: () => '/' },
  { name: 'signed-in', route: '/signed-in', ...open, address: () => '/signed-in' },
  { name: 'contest-open', route: edition, ...open, address: () => seeded },
  { name: 'contest-over', route: edition, ...open, address: () => played },
  { name: 'rules', route: `${edition}/rules`, ...open, address: () => `${seeded}/rules` },
  {
    name: 'rules-version',
    route: `${edition}/rules/:planVersion`,
    ...open,
    address: () => `${seeded}/rules/1`,
  },
  {
    name: 'new-edition',
    route: '/new-edition',
    ...open,
    who: 'quan-tri@example.vn',
    address: () => '/new-edition',
  },
  {
    name: 'receipt-check',
    route: `${edition}/receipts/:code/:submission`,
    ...open,
    address: ({ code, submission, signature }) =>
      `${played}/receipts/${code}/${submission}?signature=${signature}`,
  },
  { name: 'check', route: `${edition}/check`, ...open, address: () => `${played}/check` },
  {
    name: 'announcement-before',
    isMissing: true,
    route: `${edition}/announcement`,
    ...open,
    address: () => `${seeded}/announcement`,
  },
  {
    name: 'announcement-after',
    route: `${edition}/announcement`,
    ...open,
    address: () => `${played}/announcement`,
  },
  { name: 'not-found', route: '*', ...open, address: () => '/editions/kon-tum-2022/nowhere' },
  { name: 'moved', route: '/index.html', ...open, address: () => '/index.html' },
  { name: 'result-vi', ...open, address: () => '/results/kon-tum-play/index.html' },
  { name: 'result-en', ...open, address: () => '/results/kon-tum-play/en.html' },
  { name: 'certificate', ...open, address: ({ certificate }) => `/certificates/${certificate}` },
  { name: 'account-nobody', route: '/me', ...open, address: () => '/me' },
  { name: 'account', route: '/me', ...open, who: winner, address: () => '/me' },
  {
    name: 'new-entry',
    route: `${edition}/enter`,
    ...open,
    who: winner,
    address: () => `${seeded}/enter`,
  },
  {
    name: 'entry-draft',
    route: `${edition}/entries/:entryId`,
    ...open,
    who: draftOwner,
    address: ({ draftId }) => `${seeded}/entries/${draftId}`,
  },
  {
    name: 'entry-handed-in',
    route: `${edition}/entries/:entryId`,
    ...open,
    who: entryOwner,
    address: ({ submittedId }) => `${seeded}/entries/${submittedId}`,
  },
  {
    name: 'entry-won',
    route: `${edition}/entries/:entryId`,
    ...open,
    who: winner,
    address: ({ entryId }) => `${played}/entries/${entryId}`,
  },
  {
    name: 'receipt-paper',
    route: `${edition}/entries/:entryId/receipt`,
    ...open,
    who: winner,
    address: ({ entryId }) => `${played}/entries/${entryId}/receipt`,
  },
  { name: 'queue', route: `${edition}/judge`, ...judged, address: () => `${seeded}/judge` },
  {
    name: 'judge-details',
    route: `${edition}/judge/me`,
    ...judged,
    address: () => `${seeded}/judge/me`,
  },
  {
    name: 'stage',
    route: `${edition}/judge/:roundId/stage`,
    ...judged,
    address: () => `${seeded}/judge/so-khao/stage`,
  },
  {
    name: 'scoring',
    route: `${edition}/judge/:roundId/:entryId`,
    ...judged,
    address: ({ entryId }) => `${seeded}/judge/so-khao/${entryId}`,
  },
  {
    name: 'scoring-undeclared',
    isMissing: true,
    route: `${edition}/judge/:roundId/:entryId`,
    ...judged,
    address: ({ undeclaredId }) => `${seeded}/judge/so-khao/${undeclaredId}`,
  },
  {
    name: 'scoring-handed-in',
    route: `${edition}/judge/:roundId/:entryId`,
    ...desk,
    who: judge,
    address: ({ entryId }) => `${played}/judge/chung-ket/${entryId}`,
  },
  {
    name: 'chair',
    route: `${edition}/chair/:roundId`,
    ...closed,
    who: judge,
    address: () => `${seeded}/chair/chung-ket`,
  },
];

/** What organisers see at their desk. */
export const deskStops: readonly PageStop[] = [
  { name: 'desk-open', route: `${edition}/desk`, ...desk, address: () => `${seeded}/desk` },
  { name: 'desk-over', route: `${edition}/desk`, ...desk, address: () => `${played}/desk` },
  {
    name: 'desk-entries',
    route: `${edition}/desk/entries`,
    ...desk,
    address: () => `${seeded}/desk/entries`,
  },
  {
    name: 'desk-entry',
    route: `${edition}/desk/entries/:entryId`,
    ...desk,
    address: ({ entryId }) => `${played}/desk/entries/${entryId}`,
  },
  {
    name: 'round-before',
    route: round,
    ...desk,
    address: () => `${seeded}/desk/rounds/so-khao`,
  },
  {
    name: 'round-scoring',
    route: round,
    world: 'judged',
    who: organiser,
    address: () => `${seeded}/desk/rounds/so-khao`,
  },
  {
    name: 'round-closed',
    route: round,
    ...closed,
    address: () => `${seeded}/desk/rounds/chung-ket`,
  },
  {
    name: 'stage-lead',
    route: `${round}/stage`,
    ...desk,
    address: () => `${played}/desk/rounds/chung-ket/stage`,
  },
  {
    name: 'plan',
    route: `${edition}/desk/plan`,
    ...desk,
    address: () => `${seeded}/desk/plan`,
  },
  {
    name: 'audit',
    route: `${edition}/desk/audit`,
    ...desk,
    address: () => `${played}/desk/audit`,
  },
  {
    name: 'people',
    route: `${edition}/desk/people`,
    ...desk,
    address: () => `${seeded}/desk/people`,
  },
  { name: 'mails', route: `${edition}/desk/mails`, ...desk, address: () => `${played}/desk/mails` },
  {
    name: 'mail',
    route: `${edition}/desk/mails/:mailId`,
    ...desk,
    address: ({ mailId }) => `${played}/desk/mails/${mailId}`,
  },
  {
    name: 'result-closed',
    route: `${round}/result`,
    ...closed,
    address: () => `${seeded}/desk/rounds/chung-ket/result`,
  },
  {
    name: 'result-approved',
    route: `${round}/result`,
    ...desk,
    address: () => `${played}/desk/rounds/chung-ket/result`,
  },
  {
    name: 'derivation',
    route: `${round}/derivation`,
    ...desk,
    address: () => `${played}/desk/rounds/chung-ket/derivation`,
  },
  {
    name: 'deliberation',
    route: `${round}/result/entries/:entryId`,
    ...closed,
    address: ({ entryId }) => `${seeded}/desk/rounds/chung-ket/result/entries/${entryId}`,
  },
  {
    name: 'comments',
    route: `${round}/comments`,
    ...desk,
    address: () => `${played}/desk/rounds/chung-ket/comments`,
  },
  {
    name: 'publication-before',
    route: `${edition}/desk/publication`,
    ...closed,
    address: () => `${seeded}/desk/publication`,
  },
  {
    name: 'publication-after',
    route: `${edition}/desk/publication`,
    ...desk,
    address: () => `${played}/desk/publication`,
  },
  {
    name: 'lead-announcement',
    route: `${edition}/desk/announcement`,
    ...desk,
    address: () => `${played}/desk/announcement`,
  },
];
