import type { PlanListItem, PlanState } from '@lien-ket/contracts';
import { Button, Input, Segmented, Select } from 'antd';
import { Link } from 'react-router';
import { useList } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useAsked } from '../layout/asked.js';
import { Page } from '../layout/page.js';
import { Records, type Column } from '../layout/records.js';
import { LoadedList } from '../layout/states.js';
import { ExampleMark, Mark, OriginMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { useMay } from '../session/rights.js';
import { day } from '../words/dates.js';
import { PLAN_TONES } from '../words/tones.js';

const STATES = Object.keys(PLAN_TONES) as PlanState[];

function columns(t: Translate): Column<PlanListItem>[] {
  return [
    {
      key: 'title',
      title: t('nav.plans'),
      cell: ({ id, title, example, origin, amendments }) => (
        <>
          <Link to={`/plans/${id}`}>{title}</Link>
          <span className="marks">
            <ExampleMark example={example} />
            <OriginMark origin={origin} />
            {amendments > 0 && <Mark tone="plain">{t('plans.amended', { n: amendments })}</Mark>}
          </span>
        </>
      ),
    },
    { key: 'number', title: t('plans.number'), cell: ({ number }) => number ?? t('plans.noNumber') },
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
      cell: ({ state }) => <Mark tone={PLAN_TONES[state]}>{t(`plan.state.${state}`)}</Mark>,
    },
  ];
}

export function PlansPage() {
  const { t } = useWords();
  const may = useMay();
  const [asked, ask] = useAsked();
  const list = useList(
    reads.plans({ q: asked('q'), state: asked('state'), origin: asked('origin') || undefined }),
  );
  return (
    <Page
      title={t('plans.title')}
      acts={
        may('plans', 'create') && (
          <Link to="/plans/new">
            <Button type="primary" tabIndex={-1}>
              {t('plans.new')}
            </Button>
          </Link>
        )
      }
    >
      <div className="panel">
        <div className="filters">
          <Segmented
            aria-label={t('plans.origin')}
            value={asked('origin')}
            onChange={(value) => ask('origin', value)}
            options={[
              { value: '', label: t('page.all') },
              { value: 'own', label: t('plans.own') },
              { value: 'received', label: t('plans.received') },
            ]}
          />
          <label>
            {t('page.search')}
            <Input.Search allowClear defaultValue={asked('q')} onSearch={(value) => ask('q', value)} />
          </label>
          <label>
            {t('input.state')}
            <Select
              allowClear
              value={asked('state') || undefined}
              onChange={(value?: string) => ask('state', value)}
              options={STATES.map((value) => ({ value, label: t(`plan.state.${value}`) }))}
            />
          </label>
        </div>
        <LoadedList list={list} none={t('plans.none')}>
          {(items) => (
            <Records caption={t('plans.title')} columns={columns(t)} records={items} keyOf={({ id }) => id} />
          )}
        </LoadedList>
      </div>
    </Page>
  );
}
