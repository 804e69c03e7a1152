import type { MeView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useMe } from '../client/queries.js';
import { Page } from '../layout/page.js';
import { Loaded, Nothing } from '../layout/states.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { hasRole, isPlatformAdmin, seesOverview } from '../session/rights.js';
import { roleName } from '../words/names.js';
import { AuditCards } from './audit-cards.js';
import { ConfirmCard, PlansCard, ProvincesCard } from './desk-cards.js';
import { MonthCard, MyActivitiesCard, OnDemandCard, SilentCard, StandingCard } from './activity-cards.js';
import { EndedNotes } from './ended-notes.js';
import { AmendmentsCard, CampaignsCard, ListsCard, TasksCard } from './role-cards.js';
import { DifficultiesCard, DueCard, NoticesCard, ReceivedCard } from './work-cards.js';

function DoorCard({ to, title }: { to: string; title: MessageKey }) {
  const { t } = useWords();
  return (
    <section className="panel">
      <header>
        <h2>{t(title)}</h2>
      </header>
      <p className="see-all">
        <Link to={to}>
          {t('page.open')}: {t(title)} ›
        </Link>
      </p>
    </section>
  );
}

function PlatformCards({ me }: { me: MeView }) {
  return (
    <>
      <DoorCard to="/tenants" title="home.tenants" />
      {me.demo && <DoorCard to="/demonstration" title="demonstration.title" />}
    </>
  );
}

type Role = MeView['assignments'][number]['role'];

/** Who works with plans and reports; an administrator and an auditor have their own mornings. */
const WORKERS = ['officer', 'head', 'focal', 'region-coordinator'];
const DRAFTS = ['draft', 'consulting', 'submitted', 'sentBack', 'retracted'] as const;

/** The morning of each role, most urgent first. */
function TenantCards({ me }: { me: MeView }) {
  const is = (...roles: Role[]) => hasRole(me, ...roles);
  return (
    <>
      {is('leader') && <PlansCard title="home.toSign" none="home.toSignNone" states={['submitted']} />}
      {is('clerk') && <PlansCard title="home.toIssue" none="home.toIssueNone" states={['signed']} />}
      {is('auditor') && <AuditCards />}
      {is(...WORKERS) && <DueCard compiles={is('focal', 'region-coordinator')} />}
      {is('focal') && <ListsCard />}
      {is('focal', 'leader') && <ReceivedCard />}
      {is('leader', 'clerk') && <TasksCard />}
      {is('officer', 'head') && <MyActivitiesCard />}
      {is('focal', 'leader') && <StandingCard />}
      {is(...WORKERS, 'leader') && <MonthCard />}
      {is('region-coordinator') && <SilentCard />}
      {seesOverview(me) && is('region-coordinator', 'leader', 'focal', 'auditor') && <ProvincesCard />}
      {is('officer', 'head', 'focal', 'region-coordinator') && <CampaignsCard />}
      {is('focal', 'leader', 'region-coordinator') && <AmendmentsCard />}
      {is('focal', 'leader') && <ConfirmCard />}
      {is('region-coordinator') && <OnDemandCard />}
      {is('officer', 'head', 'focal') && (
        <PlansCard title="home.drafts" none="home.draftsNone" states={DRAFTS} />
      )}
      {is(...WORKERS, 'leader') && <DifficultiesCard raises={is('officer', 'head')} />}
      {is(...WORKERS, 'leader', 'clerk', 'admin') && <NoticesCard />}
      {is('clerk') && <DoorCard to="/registers/documents" title="registers.documents" />}
      {is('admin') && <DoorCard to="/registers/staff" title="home.registers" />}
      {is('admin') && <DoorCard to="/operations" title="operations.title" />}
    </>
  );
}

export function HomePage() {
  const { t } = useWords();
  const me = useMe();
  return (
    <Page title={t('home.title')}>
      <Loaded query={me}>
        {(known) => (
          <>
            {known.assignments.length > 1 &&
              known.assignments.map(({ organisationId, organisation, role }) => (
                <p key={`${organisationId}/${role}`}>
                  {t('home.hello', { name: known.name, role: roleName(role, t), organisation })}
                </p>
              ))}
            <EndedNotes me={known} />
            {known.assignments.length === 0 && <Nothing>{t('home.unassigned')}</Nothing>}
            <div className="cards">
              {isPlatformAdmin(known) ? <PlatformCards me={known} /> : <TenantCards me={known} />}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
