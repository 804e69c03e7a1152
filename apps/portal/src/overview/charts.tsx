import type { OverviewRow, OverviewView } from '@lien-ket/contracts';
import { lazy, Suspense, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Loading } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { authorityName, fieldName } from '../words/names.js';

const BarsChart = lazy(async () => ({ default: (await import('./bars-chart.js')).BarsChart }));

const doing = ({ activities }: OverviewRow): number => activities.inProgress + activities.reportedDone;
export const total = ({ activities }: OverviewRow): number =>
  Object.values(activities).reduce((sum, count) => sum + count, 0);

/** In the printed order, never ranked; what nothing is known of is grey. */
export function ProvincesChart({ rows }: { rows: readonly OverviewRow[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const bars = useMemo(() => {
    const rest = (row: OverviewRow) => total(row) - row.activities.done - doing(row);
    const silent = (row: OverviewRow) => Math.min(row.noInformation, rest(row));
    return {
      names: rows.map(({ name }) => authorityName(name)),
      series: [
        { name: t('overview.done'), color: '#0b5cad', data: rows.map(({ activities }) => activities.done) },
        { name: t('overview.doing'), color: '#6ea8dc', data: rows.map(doing) },
        { name: t('overview.other'), color: '#d5e4f3', data: rows.map((row) => rest(row) - silent(row)) },
        { name: t('overview.unknown'), color: '#b9bfc6', data: rows.map(silent) },
      ],
    };
  }, [rows, t]);
  return (
    <Suspense fallback={<Loading />}>
      <BarsChart
        {...bars}
        stacked
        label={t('overview.provinceChart')}
        onChosen={(at) => void navigate(`/overview/${rows[at]?.tenant ?? ''}`)}
      />
    </Suspense>
  );
}

export function FieldsChart({ fields }: { fields: OverviewView['byField'] }) {
  const { t } = useWords();
  const bars = useMemo(
    () => ({
      names: fields.map(({ field }) => fieldName(field, t)),
      series: [
        {
          name: t('overview.activities'),
          color: '#9dbfe0',
          data: fields.map(({ activities }) => activities),
        },
        { name: t('overview.done'), color: '#0b5cad', data: fields.map(({ done }) => done) },
      ],
    }),
    [fields, t],
  );
  return (
    <Suspense fallback={<Loading />}>
      <BarsChart {...bars} label={t('overview.chart')} />
    </Suspense>
  );
}
