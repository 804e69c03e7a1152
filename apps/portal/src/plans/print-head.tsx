import type { PlanView } from '@lien-ket/contracts';
import { useMe } from '../client/queries.js';
import { ExampleMark } from '../layout/tags.js';
import { useWords } from '../messages/words.js';
import { day, printedDate } from '../words/dates.js';
import { planNumber } from '../words/names.js';

interface Moment {
  readonly asOf: string | undefined;
  readonly knownAt: string | undefined;
}

/** The head of a printed plan, as Decree 30/2020 has it; on the screen it is not shown. */
export function PrintHead({ plan, moment }: { plan: PlanView; moment: Moment }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const today = me?.businessDate;
  const issuer = plan.origin?.tenant ?? me?.tenantName ?? '';
  return (
    <div className="print-head" aria-hidden="true">
      <div>
        <strong>ỦY BAN NHÂN DÂN</strong>
        <div>{issuer.toUpperCase()}</div>
        <div>
          {t('input.number')}: {planNumber(plan) ?? '…'}
        </div>
      </div>
      <div>
        <strong>{t('print.republic')}</strong>
        <div>{t('print.motto')}</div>
        <div>{[plan.place, plan.date ? printedDate(plan.date) : undefined].filter(Boolean).join(', ')}</div>
      </div>
      <p>
        <ExampleMark example={plan.example} />{' '}
        {t('print.source', { asOf: day(moment.asOf ?? today), knownAt: day(moment.knownAt ?? today) })}
      </p>
    </div>
  );
}
