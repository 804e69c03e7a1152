import type { PlanView } from '@lien-ket/contracts';
import { useState } from 'react';
import { comparisonAddress } from '../client/client.js';
import { useMe, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { DayPicker } from '../forms/day-fields.js';
import { Loaded, Nothing } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { FieldChanges } from './field-changes.js';

interface Days {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly knownFrom?: string | undefined;
  readonly knownTo?: string | undefined;
}

const PICKERS = ['from', 'to', 'knownFrom', 'knownTo'] as const;

function Differences({ plan, days }: { plan: PlanView; days: Days }) {
  const { t } = useWords();
  const query = useRead(reads.planDiff(plan.id, { ...days }));
  return (
    <Loaded query={query}>
      {({ changes }) =>
        changes.length === 0 ? (
          <Nothing>{t('compare.none')}</Nothing>
        ) : (
          <FieldChanges changes={changes} content={plan.content} />
        )
      }
    </Loaded>
  );
}

/** The comparison to take away; that it was taken is recorded. */
function Papers({ plan, days }: { plan: PlanView; days: Days }) {
  const { t } = useWords();
  const asked = { scope: 'plan', id: plan.id, ...days };
  return (
    <p className="marks">
      <a href={comparisonAddress({ ...asked, format: 'docx' })} download>
        {t('compare.word')}
      </a>
      <a href={comparisonAddress({ ...asked, format: 'pdf' })} download>
        {t('compare.pdf')}
      </a>
    </p>
  );
}

/** Two days of the plan side by side; optionally each as it was known at some day. */
export function PlanCompare({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const [days, setDays] = useState<Days>({ from: plan.effectiveOn ?? undefined, to: me?.businessDate });
  return (
    <>
      <div className="filters">
        {PICKERS.map((name) => (
          <DayPicker
            key={name}
            label={t(`compare.${name}`)}
            value={days[name]}
            change={(value) => setDays({ ...days, [name]: value })}
          />
        ))}
      </div>
      {days.from && days.to ? (
        <>
          <Papers plan={plan} days={days} />
          <Differences plan={plan} days={days} />
        </>
      ) : (
        <Nothing>{t('compare.choose')}</Nothing>
      )}
    </>
  );
}
