import type { ObligationView } from '@lien-ket/contracts';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { useList, useMe, useOrganisations, type Organisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useAsked } from '../layout/asked.js';
import { Page } from '../layout/page.js';
import { Records, type Column } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { ExampleMark, Mark, SignalMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { hasRole } from '../session/rights.js';
import { isWaiting } from '../words/due.js';
import { nameById } from '../words/names.js';
import { OBLIGATION_TONES } from '../words/tones.js';
import { DueText } from './due-text.js';

function columns(t: Translate, organisations: Organisations): Column<ObligationView>[] {
  return [
    {
      key: 'title',
      title: t('obligations.report'),
      cell: (each) => (
        <>
          <Link to={`/obligations/${each.id}`}>{each.title}</Link>
          <span className="marks">
            <ExampleMark example={each.example} />
            {each.historic && <Mark tone="unknown">{t('obligations.historic')}</Mark>}
          </span>
        </>
      ),
    },
    {
      key: 'debtor',
      title: t('obligations.from'),
      cell: ({ debtorId }) => nameById(organisations, debtorId, t),
    },
    { key: 'receiver', title: t('obligations.to'), cell: ({ receiver }) => receiver.printed },
    { key: 'period', title: t('obligations.period'), cell: ({ period }) => period.label },
    { key: 'due', title: t('obligations.due'), cell: (each) => <DueText obligation={each} /> },
    {
      key: 'state',
      title: t('input.state'),
      cell: ({ state, signal }) => (
        <span className="marks">
          <Mark tone={OBLIGATION_TONES[state]}>{t(`obligation.state.${state}`)}</Mark>
          {state !== 'unknownOutcome' && <SignalMark signal={signal} />}
        </span>
      ),
    },
  ];
}

/** Who has not sent, by name, always in view. */
function Missing({ items }: { items: readonly ObligationView[] }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const asked = items.filter(({ historic, state }) => !historic && state !== 'unknownOutcome');
  const missing = asked.filter(isWaiting);
  if (asked.length === 0) return null;
  const names = [...new Set(missing.map(({ debtorId }) => nameById(organisations, debtorId, t)))];
  return (
    <div className="missing" role="status">
      <strong>{t('obligations.arrived', { n: asked.length - missing.length, total: asked.length })}</strong>
      {names.length > 0 && (
        <>
          {' · '}
          {t('obligations.missingNames')}: {names.join('; ')}
        </>
      )}
    </div>
  );
}

export function ObligationsPage() {
  const { t } = useWords();
  const { data: me } = useMe();
  const organisations = useOrganisations();
  const [asked, ask] = useAsked();
  const usual = me && hasRole(me, 'focal', 'region-coordinator') ? 'receiver' : 'debtor';
  const role = asked('role') || usual;
  const list = useList(reads.obligations({ role: role === 'all' ? undefined : role }), me !== undefined);
  return (
    <Page title={t('obligations.title')}>
      <div className="panel">
        <div className="filters">
          <Segmented
            aria-label={t('page.filter')}
            value={role}
            onChange={(value) => ask('role', value)}
            options={[
              { value: 'debtor', label: t('obligations.debtor') },
              { value: 'receiver', label: t('obligations.receiver') },
              { value: 'all', label: t('page.all') },
            ]}
          />
        </div>
        <LoadedList list={list} none={t('obligations.none')}>
          {(items) => (
            <>
              {role !== 'debtor' && <Missing items={items} />}
              <Records
                caption={t('obligations.title')}
                columns={columns(t, organisations)}
                records={items}
                keyOf={({ id }) => id}
              />
            </>
          )}
        </LoadedList>
      </div>
    </Page>
  );
}
