import { useNavigate, useParams } from 'react-router';
import { Page } from '../layout/page.js';
import { Tabs } from '../layout/tabs.js';
import { useWords } from '../messages/words.js';
import { Campaigns, Contacts, Documents, WorkingGroups } from './paper-registers.js';
import { OrganisationList } from './organisation-list.js';
import { StaffList } from './staff-list.js';

export function RegistersPage() {
  const { t } = useWords();
  const { register = 'organisations' } = useParams();
  const navigate = useNavigate();
  const tabs = [
    { key: 'organisations', label: t('registers.organisations'), children: <OrganisationList /> },
    { key: 'staff', label: t('registers.staff'), children: <StaffList /> },
    { key: 'contacts', label: t('registers.contacts'), children: <Contacts /> },
    { key: 'documents', label: t('registers.documents'), children: <Documents /> },
    { key: 'working-groups', label: t('registers.groups'), children: <WorkingGroups /> },
    { key: 'campaigns', label: t('registers.campaigns'), children: <Campaigns /> },
  ];
  return (
    <Page title={t('registers.title')}>
      <div className="panel">
        <Tabs
          label={t('registers.title')}
          tabs={tabs}
          active={register}
          choose={(key) => void navigate(`/registers/${key}`, { replace: true })}
        />
      </div>
    </Page>
  );
}
