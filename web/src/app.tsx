import { lazy, Suspense } from 'preact/compat';
import { Redirect, Route, Switch, useLocation } from 'wouter-preact';
import { Layout } from './layout.tsx';
import { ContestPage } from './public/contest-page.tsx';
import { HomePage } from './public/home-page.tsx';
import { NotFoundPage } from './public/not-found-page.tsx';
import { SignedInPage } from './public/signed-in-page.tsx';
import { PartBoundary } from './ui/part-boundary.tsx';
import { Waiting } from './ui/waiting.tsx';

// Each loaded when somebody goes there: the first page is small.
const RulesPage = lazy(async () => (await import('./public/rules-page.tsx')).RulesPage);
const ReceiptPage = lazy(async () => (await import('./public/receipt-page.tsx')).ReceiptPage);
const AccountPage = lazy(async () => (await import('./account/account-page.tsx')).AccountPage);
const NewEntryPage = lazy(async () => (await import('./startup/new-entry-page.tsx')).NewEntryPage);
const EntryPage = lazy(async () => (await import('./startup/entry-page.tsx')).EntryPage);
const QueuePage = lazy(async () => (await import('./judge/queue-page.tsx')).QueuePage);
const ScoringPage = lazy(async () => (await import('./judge/scoring-page.tsx')).ScoringPage);
const StagePage = lazy(async () => (await import('./judge/stage-page.tsx')).StagePage);
const OwnDetailsPage = lazy(
  async () => (await import('./judge/own-details-page.tsx')).OwnDetailsPage,
);
const CheckPage = lazy(async () => (await import('./public/check-page.tsx')).CheckPage);
const ReceiptPrintPage = lazy(
  async () => (await import('./startup/receipt-print-page.tsx')).ReceiptPrintPage,
);
const OverviewPage = lazy(async () => (await import('./desk/overview-page.tsx')).OverviewPage);
const EntriesPage = lazy(async () => (await import('./desk/entries-page.tsx')).EntriesPage);
const EntryDetailPage = lazy(
  async () => (await import('./desk/entry-detail-page.tsx')).EntryDetailPage,
);
const RoundPage = lazy(async () => (await import('./desk/round-page.tsx')).RoundPage);
const StageDeskPage = lazy(async () => (await import('./desk/stage-desk-page.tsx')).StageDeskPage);
const PeoplePage = lazy(async () => (await import('./desk/people-page.tsx')).PeoplePage);
const MailsPage = lazy(async () => (await import('./desk/mails-page.tsx')).MailsPage);
const AuditPage = lazy(async () => (await import('./desk/audit-page.tsx')).AuditPage);
const MailPage = lazy(async () => (await import('./desk/mail-page.tsx')).MailPage);
const ResultPage = lazy(async () => (await import('./results/result-page.tsx')).ResultPage);
const DerivationPage = lazy(
  async () => (await import('./results/derivation-page.tsx')).DerivationPage,
);
const DeliberationPage = lazy(
  async () => (await import('./results/deliberation-page.tsx')).DeliberationPage,
);
const PublicationPage = lazy(
  async () => (await import('./results/publication-page.tsx')).PublicationPage,
);
const CommentsPage = lazy(async () => (await import('./results/comments-page.tsx')).CommentsPage);
const ChairPage = lazy(async () => (await import('./results/chair-page.tsx')).ChairPage);
const AnnouncementPage = lazy(
  async () => (await import('./results/announcement-page.tsx')).AnnouncementPage,
);
const LeadAnnouncementPage = lazy(
  async () => (await import('./results/lead-announcement-page.tsx')).LeadAnnouncementPage,
);

const PlanPage = lazy(async () => (await import('./plan/plan-page.tsx')).PlanPage);

const NewEditionPage = lazy(
  async () => (await import('./plan/new-edition-page.tsx')).NewEditionPage,
);

const VersionPage = lazy(async () => (await import('./plan/version-page.tsx')).VersionPage);

/** Every page, by its path. */
export function App() {
  const [path] = useLocation();
  return (
    <Layout>
      <PartBoundary key={path} isWhole>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/signed-in" component={SignedInPage} />
            <Route path="/editions/:editionId" component={ContestPage} />
            <Route path="/editions/:editionId/rules" component={RulesPage} />
            <Route path="/editions/:editionId/rules/:planVersion">
              {(params) => <VersionPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/receipts/:code/:submission">
              {(params) => <ReceiptPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/check">
              {(params) => <CheckPage params={params} />}
            </Route>
            <Route path="/me" component={AccountPage} />
            <Route path="/new-edition" component={NewEditionPage} />
            <Route path="/editions/:editionId/enter">
              {(params) => <NewEntryPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/entries/:entryId">
              {(params) => <EntryPage key={params.entryId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/entries/:entryId/receipt">
              {(params) => <ReceiptPrintPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/judge">
              {(params) => <QueuePage params={params} />}
            </Route>
            <Route path="/editions/:editionId/judge/me">
              {(params) => <OwnDetailsPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/judge/:roundId/stage">
              {(params) => <StagePage params={params} />}
            </Route>
            <Route path="/editions/:editionId/judge/:roundId/:entryId">
              {(params) => <ScoringPage key={params.entryId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk">
              {(params) => <OverviewPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/entries">
              {(params) => <EntriesPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/entries/:entryId">
              {(params) => <EntryDetailPage key={params.entryId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/rounds/:roundId">
              {(params) => <RoundPage key={params.roundId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/plan">
              {(params) => <PlanPage key={params.editionId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/rounds/:roundId/stage">
              {(params) => <StageDeskPage key={params.roundId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/people">
              {(params) => <PeoplePage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/audit">
              {(params) => <AuditPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/mails">
              {(params) => <MailsPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/mails/:mailId">
              {(params) => <MailPage key={params.mailId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/rounds/:roundId/result">
              {(params) => <ResultPage key={params.roundId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/rounds/:roundId/derivation">
              {(params) => <DerivationPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/rounds/:roundId/result/entries/:entryId">
              {(params) => <DeliberationPage key={params.entryId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/rounds/:roundId/comments">
              {(params) => <CommentsPage key={params.roundId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/publication">
              {(params) => <PublicationPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/desk/announcement">
              {(params) => <LeadAnnouncementPage params={params} />}
            </Route>
            <Route path="/editions/:editionId/chair/:roundId">
              {(params) => <ChairPage key={params.roundId} params={params} />}
            </Route>
            <Route path="/editions/:editionId/announcement">
              {(params) => <AnnouncementPage params={params} />}
            </Route>
            <Route path="/index.html">
              <Redirect to="/" replace />
            </Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </PartBoundary>
    </Layout>
  );
}
