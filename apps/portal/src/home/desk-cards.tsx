import type { PlanListItem } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useMe, useOrganisations, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { ExampleMark, Mark } from '../layout/tags.js';
import { Loaded } from '../layout/states.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { authorityName, nameById } from '../words/names.js';
import { PLAN_TONES } from '../words/tones.js';
import { Card } from './card.js';

function PlanLine({ plan }: { plan: PlanListItem }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  return (
    <>
      <Link to={`/plans/${plan.id}`}>{plan.title}</Link>{' '}
      <span className="marks">
        <Mark tone={PLAN_TONES[plan.state]}>{t(`plan.state.${plan.state}`)}</Mark>
        <ExampleMark example={plan.example} />
      </span>
      {plan.ownerId && <div className="quiet">{nameById(organisations, plan.ownerId, t)}</div>}
    </>
  );
}

interface PlansCardProps {
  title: MessageKey;
  none: MessageKey;
  states: readonly PlanListItem['state'][];
}

/** Plans that wait for somebody's hand: the leader's, the clerk's, the drafter's. */
export function PlansCard({ title, none, states }: PlansCardProps) {
  const { t } = useWords();
  const only = states.length === 1 ? { state: states[0] } : {};
  const list = useList(reads.plans({ origin: 'own', ...only }));
  return (
    <Card
      title={t(title)}
      to={`/plans?origin=own${states.length === 1 ? `&state=${states[0]}` : ''}`}
      none={t(none)}
      list={list}
      pick={({ state }) => states.includes(state)}
      keyOf={({ id }) => id}
      row={(plan) => <PlanLine plan={plan} />}
    />
  );
}

export function ConfirmCard() {
  const { t } = useWords();
  const { data: me } = useMe();
  const list = useList(reads.agreements());
  return (
    <Card
      title={t('home.confirm')}
      to="/agreements"
      none={t('home.confirmNone')}
      list={list}
      pick={({ answers }) =>
        answers.some(({ tenant, answer }) => tenant === me?.tenant && ['awaited', 'stale'].includes(answer))
      }
      keyOf={({ id }) => id}
      row={({ id, content }) => <Link to={`/agreements/${id}`}>{content.name}</Link>}
    />
  );
}

/** Which provinces have shared something; the others are unknown, not late. */
export function ProvincesCard() {
  const { t } = useWords();
  const overview = useRead(reads.overview());
  return (
    <section className="panel">
      <header>
        <h2>{t('home.provinces')}</h2>
      </header>
      <Loaded query={overview}>
        {({ rows, asOf }) => {
          const [shared, unknown] = [true, false].map((has) =>
            rows.filter((row) => row.shared === has).map(({ name }) => authorityName(name)),
          );
          return (
            <>
              <p>{t('home.sharedCount', { n: shared?.length ?? 0, total: rows.length })}</p>
              {shared && shared.length > 0 && <p>{t('home.sharedBy', { names: shared.join(', ') })}</p>}
              {unknown && unknown.length > 0 && (
                <p className="quiet">{t('home.unknownOf', { names: unknown.join(', ') })}</p>
              )}
              <p className="quiet">{t('overview.fresh', { day: day(asOf) })}</p>
            </>
          );
        }}
      </Loaded>
      <p className="see-all">
        <Link to="/overview">{t('overview.title')} ›</Link>
      </p>
    </section>
  );
}
