import type { ObligationState, ObligationView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useMe, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useTenantNames } from '../client/tenants.js';
import { oneOf, useAsked } from '../layout/asked.js';
import { ChoiceFilter, ListPage, SearchFilter, ViewFilter } from '../layout/list.js';
import type { Column } from '../layout/records.js';
import { DebtorListsLink } from './debtor-lists-link.js';
import { ExampleMark, Mark, SignalMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { hasRole } from '../session/rights.js';
import { day } from '../words/dates.js';
import { isWaiting } from '../words/due.js';
import { debtorWords, dutyTitle } from '../words/duty-words.js';
import { OBLIGATION_TONES } from '../words/tones.js';
import { DueText } from './due-text.js';
import { UrgeButton, mayBeUrged } from './obligation-commands.js';
import { periodName } from '../words/period-name.js';

const STATES = Object.keys(OBLIGATION_TONES) as ObligationState[];

/** Who was urged and when, and the way to urge who still owes it. */
function Urged({ obligation }: { obligation: ObligationView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { urgings } = obligation;
  const last = urgings.at(-1);
  return (
    <>
      {last && <div>{t('obligations.urged', { n: urgings.length, day: day(last.on) })}</div>}
      {mayBeUrged(obligation, me) && <UrgeButton obligation={obligation} />}
    </>
  );
}

type NameDebtor = (obligation: ObligationView) => string;

function useDebtorWords(): NameDebtor {
  const { t } = useWords();
  const organisations = useOrganisations();
  const nameOf = useTenantNames();
  return (obligation) => debtorWords(obligation, { organisations, nameOf }, t);
}

function columns(t: Translate, nameDebtor: NameDebtor): Column<ObligationView>[] {
  return [
    {
      key: 'title',
      title: t('obligations.report'),
      cell: (each) => (
        <>
          <Link to={`/obligations/${each.id}`}>{dutyTitle(each, t)}</Link>
          <span className="marks">
            <ExampleMark example={each.example} />
            {each.historic && <Mark tone="unknown">{t('obligations.historic')}</Mark>}
          </span>
          {each.planId && (
            <div className="quiet">
              {t('obligations.underPlan')}{' '}
              <Link to={`/plans/${each.planId}`}>{each.planNumber ?? t('plans.noNumber')}</Link>
            </div>
          )}
        </>
      ),
    },
    {
      key: 'debtor',
      title: t('obligations.from'),
      cell: nameDebtor,
    },
    { key: 'receiver', title: t('obligations.to'), cell: ({ receiver }) => receiver.printed },
    { key: 'period', title: t('obligations.period'), cell: ({ period }) => periodName(period, t) },
    { key: 'due', title: t('obligations.due'), cell: (each) => <DueText obligation={each} /> },
    { key: 'urged', title: t('obligations.urgings'), cell: (each) => <Urged obligation={each} /> },
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
  const nameDebtor = useDebtorWords();
  const asked = items.filter(({ historic, state }) => !historic && state !== 'unknownOutcome');
  const missing = asked.filter(isWaiting);
  if (asked.length === 0) return null;
  const names = [...new Set(missing.map(nameDebtor).filter(Boolean))];
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
  const nameDebtor = useDebtorWords();
  const [asked] = useAsked();
  const usual = me && hasRole(me, 'focal', 'region-coordinator', 'leader') ? 'receiver' : 'debtor';
  const role = oneOf(['debtor', 'receiver', 'all'], asked('role')) ?? usual;
  const list = useList(
    reads.obligations({
      role: role === 'all' ? undefined : role,
      q: asked('q'),
      state: oneOf(STATES, asked('state')),
      campaignId: asked('campaignId'),
    }),
    me !== undefined,
  );
  return (
    <ListPage
      title={t('obligations.title')}
      acts={<DebtorListsLink />}
      list={list}
      none={t('obligations.none')}
      columns={columns(t, nameDebtor)}
      keyOf={({ id }) => id}
      before={(items) => role !== 'debtor' && <Missing items={items} />}
      filters={
        <>
          <ViewFilter
            name="role"
            label={t('page.filter')}
            value={role}
            options={[
              { value: 'debtor', label: t('obligations.debtor') },
              { value: 'receiver', label: t('obligations.receiver') },
              { value: 'all', label: t('page.all') },
            ]}
          />
          <SearchFilter />
          <ChoiceFilter
            name="state"
            label={t('input.state')}
            options={STATES.map((value) => ({ value, label: t(`obligation.state.${value}`) }))}
          />
        </>
      }
    />
  );
}
