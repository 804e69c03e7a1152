import type {
  AccountPerson,
  ActivityListItem,
  ActivityView,
  AgreementView,
  AmendmentView,
  AuditEventView,
  CampaignView,
  DebtorListView,
  DifficultyView,
  ErasureView,
  FieldChange,
  ComparisonView,
  HistoryEntry,
  HistoryStep,
  MeView,
  NeedView,
  NoticeView,
  ObligationView,
  OrganisationView,
  OverviewView,
  Page,
  PlanListItem,
  PlanView,
  RebuildView,
  ReportListItem,
  RightView,
  SharedReport,
  WhyView,
  WorkingGroupView,
} from '@lien-ket/contracts';
import { contractOf, type Operation } from './commands.js';
import type { operations } from './openapi.generated.js';
import type { ContactPerson, ContactView, DirectiveView, DocumentView } from './registers.js';
import type { ParkedMessageView, ParkedView, ProjectionView, StaffView } from './registers.js';

type Query = Readonly<Record<string, string | number | undefined>>;

/** One GET: where it is, what it is asked, and (as a type only) what it answers. */
export interface Read<T> {
  readonly path: string;
  readonly query: Query;
  readonly answers?: T;
}

/** What the OpenAPI document lets an operation be asked; an empty text is not sent. */
type Asked<O extends Operation> = O extends keyof operations
  ? operations[O] extends { parameters: { query?: infer Q } }
    ? { readonly [K in keyof NonNullable<Q>]?: NonNullable<Q>[K] | '' | undefined }
    : Record<string, never>
  : never;

/** An operation's path with the id in its place. */
function read<T, O extends Operation>(operation: O, query?: Asked<O>, id = ''): Read<T> {
  const path = contractOf(operation).path.replace('{id}', encodeURIComponent(id));
  return { path, query: (query ?? {}) as Query };
}

export const pageOf =
  <T>() =>
  <O extends Operation>(operation: O) =>
  (query?: Asked<O>): Read<Page<T>> =>
    read<Page<T>, O>(operation, query);
const one =
  <T>() =>
  (operation: Operation) =>
  (id: string): Read<T> =>
    read<T, Operation>(operation, undefined, id);

export interface SessionView {
  readonly signedIn: boolean;
  readonly csrf?: string;
  readonly demo: boolean;
  readonly accounts?: readonly DemoAccount[];
}
export interface DemoAccount {
  readonly account: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly tenant: string | null;
  readonly role: string;
  readonly tenantName: string | null;
  readonly organisationName: string | null;
}
export interface DemonstrationView {
  readonly day: string;
  readonly running: boolean;
  readonly progress: number | null;
  readonly jumping: string | null;
  readonly fault: string | null;
  readonly passedOver: readonly {
    readonly day: string;
    readonly account: string;
    readonly path: string;
    readonly why: string;
  }[];
}
export interface TenantView {
  readonly id: string;
  readonly name: string;
  readonly code?: string | null;
  /** Last day of an authority that was merged. */
  readonly endsOn?: string | null;
}

/** Every answer the portal asks for. */
export const reads = {
  session: (): Read<SessionView> => ({ path: '/auth/session', query: {} }),
  me: () => read<MeView, 'me.get'>('me.get'),
  organisations: (q = '') =>
    read<Page<OrganisationView>, 'organisations.list'>('organisations.list', { limit: 200, q }),
  staff: pageOf<StaffView>()('staff.list'),
  contacts: pageOf<ContactView>()('contacts.list'),
  contact: one<ContactPerson>()('contacts.get'),
  accountPerson: one<AccountPerson>()('accounts.get'),
  erasures: pageOf<ErasureView>()('erasures.list'),
  erasure: one<ErasureView>()('erasures.get'),
  documents: pageOf<DocumentView>()('documents.list'),
  document: one<DocumentView>()('documents.get'),
  directives: pageOf<DirectiveView>()('directives.list'),
  directive: one<DirectiveView>()('directives.get'),
  workingGroups: pageOf<WorkingGroupView>()('working-groups.list'),
  workingGroup: (id: string, moment: Asked<'working-groups.get'> = {}) =>
    read<WorkingGroupView, 'working-groups.get'>('working-groups.get', moment, id),
  campaigns: pageOf<CampaignView>()('campaigns.list'),
  campaign: one<CampaignView>()('campaigns.get'),
  needs: pageOf<NeedView>()('needs.list'),
  reports: pageOf<ReportListItem>()('reports.list'),
  debtorLists: pageOf<DebtorListView>()('debtor-lists.list'),
  debtorList: one<DebtorListView>()('debtor-lists.get'),
  agreements: pageOf<AgreementView>()('agreements.list'),
  agreement: one<AgreementView>()('agreements.get'),
  plans: pageOf<PlanListItem>()('plans.list'),
  plan: (id: string, moment: Asked<'plans.get'> = {}) => read<PlanView, 'plans.get'>('plans.get', moment, id),
  planHistory: one<{ items: readonly HistoryStep[] }>()('plans.listHistory'),
  planDiff: (id: string, days: Asked<'plans.diff'>) =>
    read<{ changes: readonly FieldChange[] }, 'plans.diff'>('plans.diff', days, id),
  history: pageOf<HistoryEntry>()('history.list'),
  why: (asked: Asked<'history.why'>) => read<WhyView, 'history.why'>('history.why', asked),
  comparison: (asked: Asked<'history.compare'>) =>
    read<ComparisonView, 'history.compare'>('history.compare', asked),
  amendments: one<{ items: readonly AmendmentView[] }>()('plans.listAmendments'),
  allAmendments: pageOf<AmendmentView>()('amendments.list'),
  activities: pageOf<ActivityListItem>()('activities.list'),
  activity: one<ActivityView>()('activities.get'),
  activityDifficulties: one<Page<DifficultyView>>()('activities.listDifficulties'),
  difficulties: pageOf<DifficultyView>()('difficulties.list'),
  difficulty: one<DifficultyView>()('difficulties.get'),
  obligations: pageOf<ObligationView>()('obligations.list'),
  obligation: one<ObligationView>()('obligations.get'),
  notifications: pageOf<NoticeView>()('notifications.list'),
  overview: () => read<OverviewView, 'overview.get'>('overview.get'),
  sharedReports: pageOf<SharedReport>()('overview.listReports'),
  rights: pageOf<RightView>()('audit.listRights'),
  audit: pageOf<AuditEventView>()('audit.listEvents'),
  tenants: pageOf<TenantView>()('tenants.list'),
  demonstration: () => read<DemonstrationView, 'demonstration.get'>('demonstration.get'),
  projections: pageOf<ProjectionView>()('operations.projections'),
  rebuilds: pageOf<RebuildView>()('operations.rebuilds'),
  parked: pageOf<ParkedView>()('operations.parked'),
  parkedMessage: (service: string, message: string): Read<ParkedMessageView> => ({
    path: contractOf('operations.inspect')
      .path.replace('{service}', encodeURIComponent(service))
      .replace('{message}', encodeURIComponent(message)),
    query: {},
  }),
};
