// The answers of the interface, as the contracts promise them: what a spec reads.
export type {
  ActivityListItem,
  ActivityView,
  AgreementView,
  AmendmentView,
  AuditEventView,
  CampaignView,
  CommandAnswer,
  DifficultyView,
  FieldChange,
  HistoryStep,
  ObligationView,
  OrganisationView,
  OverviewView,
  Page,
  ParticipationView,
  PersonReadView,
  PlanListItem,
  PlanView,
  ReportSource,
  WorkingGroupView,
} from '@lien-ket/contracts';

export interface DocumentView {
  readonly id: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly standing: string;
}
