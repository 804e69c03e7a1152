import type {
  ActivityListItem,
  ActivityView,
  AgreementView,
  AmendmentView,
  AuditEventView,
  DifficultyView,
  FieldChange,
  HistoryStep,
  MeView,
  NoticeView,
  ObligationView,
  OrganisationView,
  OverviewView,
  Page,
  PlanListItem,
  PlanView,
} from '@lien-ket/contracts';
import type { CampaignView, ContactView, DocumentView, StaffView, WorkingGroupView } from './registers.js';

type Query = Readonly<Record<string, string | number | undefined>>;

/** One GET: where it is, what it is asked, and (as a type only) what it answers. */
export interface Read<T> {
  readonly path: string;
  readonly query: Query;
  readonly answers?: T;
}

function read<T>(path: string, query: Query = {}): Read<T> {
  return { path, query };
}

export interface SessionView {
  readonly signedIn: boolean;
  readonly csrf?: string;
  readonly demo: boolean;
  readonly accounts?: readonly DemoAccount[];
}
export interface DemoAccount {
  readonly account: string;
  readonly name: string;
  readonly organisation: string;
  readonly tenant: string;
  readonly role: string;
}
export interface DemonstrationView {
  readonly day: string;
  readonly running: boolean;
  readonly progress: number | null;
  readonly jumping: string | null;
}
export interface TenantView {
  readonly id: string;
  readonly name: string;
  readonly code?: string | null;
}

interface Moment {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}

/** Every answer the portal asks for. */
export const reads = {
  session: () => read<SessionView>('/auth/session'),
  me: () => read<MeView>('me'),
  organisations: () => read<Page<OrganisationView>>('organisations', { limit: 200 }),
  staff: (query: Query = {}) => read<Page<StaffView>>('staff', query),
  contacts: (query: Query = {}) => read<Page<ContactView>>('contacts', query),
  documents: (query: Query = {}) => read<Page<DocumentView>>('documents', query),
  workingGroups: () => read<Page<WorkingGroupView>>('working-groups'),
  campaigns: (query: Query = {}) => read<Page<CampaignView>>('campaigns', query),
  agreements: (query: Query = {}) => read<Page<AgreementView>>('agreements', query),
  agreement: (id: string) => read<AgreementView>(`agreements/${id}`),
  plans: (query: Query = {}) => read<Page<PlanListItem>>('plans', query),
  plan: (id: string, { asOf, knownAt }: Moment = {}) => read<PlanView>(`plans/${id}`, { asOf, knownAt }),
  planHistory: (id: string) => read<{ items: readonly HistoryStep[] }>(`plans/${id}/history`),
  planDiff: (id: string, query: Query) =>
    read<{ changes: readonly FieldChange[] }>(`plans/${id}/diff`, query),
  amendments: (id: string) => read<{ items: readonly AmendmentView[] }>(`plans/${id}/amendments`),
  activities: (query: Query = {}) => read<Page<ActivityListItem>>('activities', query),
  activity: (id: string) => read<ActivityView>(`activities/${id}`),
  activityDifficulties: (id: string) => read<Page<DifficultyView>>(`activities/${id}/difficulties`),
  difficulties: (query: Query = {}) => read<Page<DifficultyView>>('difficulties', query),
  difficulty: (id: string) => read<DifficultyView>(`difficulties/${id}`),
  obligations: (query: Query = {}) => read<Page<ObligationView>>('obligations', query),
  obligation: (id: string) => read<ObligationView>(`obligations/${id}`),
  notifications: (query: Query = {}) => read<Page<NoticeView>>('notifications', query),
  overview: () => read<OverviewView>('overview'),
  audit: (query: Query = {}) => read<Page<AuditEventView>>('audit/events', query),
  tenants: () => read<Page<TenantView>>('tenants'),
  demonstration: () => read<DemonstrationView>('demonstration'),
};
