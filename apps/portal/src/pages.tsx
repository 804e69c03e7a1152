import { Spin } from 'antd';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { ActivityPage } from './activities/activity-page.js';
import { ActivitiesPage } from './activities/activities-page.js';
import { AgreementPage } from './agreements/agreement-page.js';
import { AgreementsPage } from './agreements/agreements-page.js';
import { AuditPage } from './audit/audit-page.js';
import { RightsPage } from './audit/rights-page.js';
import { DifficultiesPage } from './difficulties/difficulties-page.js';
import { DifficultyPage } from './difficulties/difficulty-page.js';
import { ErasurePage } from './erasures/erasure-page.js';
import { HistoryPage } from './history/history-page.js';
import { HomePage } from './home/home-page.js';
import { NotFound } from './layout/not-found.js';
import { NoticesPage } from './notices/notices-page.js';
import { CampaignPage } from './obligations/campaigns.js';
import { DebtorListPage, DebtorListsPage } from './obligations/debtor-lists-page.js';
import { ObligationPage } from './obligations/obligation-page.js';
import { ObligationsPage } from './obligations/obligations-page.js';
import { OverviewPage } from './overview/overview-page.js';
import { AmendmentsPage } from './plans/amendments-page.js';
import { ProvincePage } from './overview/province-page.js';
import { DraftPage, NewDraftPage, RecordIssuedPage } from './plans/draft-page.js';
import { PlanPage } from './plans/plan-page.js';
import { PlansPage } from './plans/plans-page.js';
import { DemonstrationPage } from './platform/demonstration-page.js';
import { OperationsPage } from './platform/operations-page.js';
import { TenantsPage } from './platform/tenants-page.js';
import { DirectivePage } from './registers/directives.js';
import { DocumentPage } from './registers/documents.js';
import { RegistersPage } from './registers/registers-page.js';
import { WorkingGroupPage } from './registers/working-group-page.js';

/** The verifier comes with its page; after that it needs no network. */
const VerifyPage = lazy(async () => ({ default: (await import('./audit/verify-page.js')).VerifyPage }));

export function Pages() {
  return (
    <Routes>
      <Route index element={<HomePage />} />
      <Route path="agreements" element={<AgreementsPage />} />
      <Route path="agreements/:id" element={<AgreementPage />} />
      <Route path="plans" element={<PlansPage />} />
      <Route path="plans/new" element={<NewDraftPage />} />
      <Route path="plans/record" element={<RecordIssuedPage />} />
      <Route path="plans/:id" element={<PlanPage />} />
      <Route path="plans/:id/draft" element={<DraftPage />} />
      <Route path="activities" element={<ActivitiesPage />} />
      <Route path="activities/:id" element={<ActivityPage />} />
      <Route path="difficulties" element={<DifficultiesPage />} />
      <Route path="difficulties/:id" element={<DifficultyPage />} />
      <Route path="erasures/:id" element={<ErasurePage />} />
      <Route path="obligations" element={<ObligationsPage />} />
      <Route path="obligations/:id" element={<ObligationPage />} />
      <Route path="notifications" element={<NoticesPage />} />
      <Route path="overview" element={<OverviewPage />} />
      <Route path="overview/:tenant" element={<ProvincePage />} />
      <Route path="amendments" element={<AmendmentsPage />} />
      <Route path="debtor-lists" element={<DebtorListsPage />} />
      <Route path="debtor-lists/:id" element={<DebtorListPage />} />
      <Route path="documents/:id" element={<DocumentPage />} />
      <Route path="directives/:id" element={<DirectivePage />} />
      <Route path="working-groups/:id" element={<WorkingGroupPage />} />
      <Route path="campaigns/:id" element={<CampaignPage />} />
      <Route path="operations" element={<OperationsPage />} />
      <Route path="registers/:register" element={<RegistersPage />} />
      <Route path="history" element={<HistoryPage />} />
      <Route path="audit/rights" element={<RightsPage />} />
      <Route path="audit" element={<AuditPage />} />
      <Route
        path="audit/verify"
        element={
          <Suspense fallback={<Spin />}>
            <VerifyPage />
          </Suspense>
        }
      />
      <Route path="tenants" element={<TenantsPage />} />
      <Route path="demonstration" element={<DemonstrationPage />} />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
}
