import { useNavigate, useParams } from 'react-router';
import { Page } from '../layout/page.js';
import { Tabs } from '../layout/tabs.js';
import { Erasures } from '../erasures/erasures.js';
import { useWords } from '../messages/words.js';
import { Campaigns } from '../obligations/campaigns.js';
import { useMayDo } from '../session/rights.js';
import { Contacts } from './contacts.js';
import { Directives } from './directives.js';
import { Documents } from './documents.js';
import { OrganisationList } from './organisation-list.js';
import { StaffList } from './staff-list.js';
import { WorkingGroups } from './working-groups.js';

export function RegistersPage() {
  const { t } = useWords();
  const { register = 'organisations' } = useParams();
  const navigate = useNavigate();
  const mayDo = useMayDo();
  const tabs = [
    { key: 'organisations', label: t('registers.organisations'), children: <OrganisationList /> },
    { key: 'staff', label: t('registers.staff'), children: <StaffList /> },
    { key: 'contacts', label: t('registers.contacts'), children: <Contacts /> },
    { key: 'documents', label: t('registers.documents'), children: <Documents /> },
    { key: 'directives', label: t('registers.directives'), children: <Directives /> },
    { key: 'working-groups', label: t('registers.groups'), children: <WorkingGroups /> },
    { key: 'campaigns', label: t('registers.campaigns'), children: <Campaigns /> },
    ...(mayDo('erasures.list')
      ? [{ key: 'erasures', label: t('erasures.title'), children: <Erasures /> }]
      : []),
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
