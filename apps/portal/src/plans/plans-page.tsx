import type { PlanListItem, PlanState } from '@lien-ket/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { oneOf, useAsked } from '../layout/asked.js';
import { DayFilter } from '../layout/day-filter.js';
import { ChoiceFilter, ListPage, SearchFilter, ViewFilter } from '../layout/list.js';
import type { Column } from '../layout/records.js';
import { ExampleMark, Mark, OriginMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { day } from '../words/dates.js';
import { planNumber } from '../words/names.js';
import { PLAN_TONES } from '../words/tones.js';

const STATES = Object.keys(PLAN_TONES) as PlanState[];

/** Each plan is opened as of the day of the list. */
function columns(t: Translate, asOf: string): Column<PlanListItem>[] {
  return [
    {
      key: 'title',
      title: t('nav.plans'),
      cell: ({ id, title, example, origin, amendments }) => (
        <>
          <Link to={asOf ? `/plans/${id}?asOf=${asOf}` : `/plans/${id}`}>{title}</Link>
          <span className="marks">
            <ExampleMark example={example} />
            <OriginMark origin={origin} />
            {amendments > 0 && <Mark tone="plain">{t('plans.amended', { n: amendments })}</Mark>}
          </span>
        </>
      ),
    },
    { key: 'number', title: t('plans.number'), cell: (plan) => planNumber(plan) ?? t('plans.noNumber') },
    {
      key: 'issuedOn',
      title: t('plans.issuedOn'),
      cell: ({ issuedOn, state }) =>
        issuedOn ? day(issuedOn) : state === 'issued' ? t('plans.noDate') : day(issuedOn),
    },
    {
      key: 'counts',
      title: t('plans.tab.content'),
      cell: ({ items, activities }) => t('plans.counts', { items, activities }),
    },
    {
      key: 'state',
      title: t('input.state'),
      cell: ({ state, expired }) => (
        <span className="marks">
          <Mark tone={PLAN_TONES[state]}>{t(`plan.state.${state}`)}</Mark>
          {expired && <Mark tone="ended">{t('plans.expired')}</Mark>}
        </span>
      ),
    },
  ];
}

export function PlansPage() {
  const { t } = useWords();
  const may = useMay();
  const [asked] = useAsked();
  const asOf = asked('asOf');
  const list = useList(
    reads.plans({
      q: asked('q'),
      state: oneOf([...STATES, 'expired'], asked('state')),
      origin: oneOf(['own', 'received'], asked('origin')),
      asOf,
    }),
  );
  return (
    <ListPage
      title={t('plans.title')}
      acts={
        <>
          {may('plans', 'create') && (
            <Link to="/plans/new">
              <Button type="primary" tabIndex={-1}>
                {t('plans.new')}
              </Button>
            </Link>
          )}
          {may('plans', 'recordIssued') && (
            <Link to="/plans/record">
              <Button tabIndex={-1}>{t('plans.record')}</Button>
            </Link>
          )}
        </>
      }
      list={list}
      none={t(asOf ? 'plans.noneAsOf' : 'plans.none')}
      columns={columns(t, asOf)}
      keyOf={({ id }) => id}
      filters={
        <>
          <ViewFilter
            name="origin"
            label={t('plans.origin')}
            options={[
              { value: '', label: t('page.all') },
              { value: 'own', label: t('plans.own') },
              { value: 'received', label: t('plans.received') },
            ]}
          />
          <SearchFilter />
          <DayFilter />
          <ChoiceFilter
            name="state"
            label={t('input.state')}
            options={[
              ...STATES.map((value) => ({ value, label: t(`plan.state.${value}`) })),
              { value: 'expired', label: t('plans.expired') },
            ]}
          />
        </>
      }
    />
  );
}
