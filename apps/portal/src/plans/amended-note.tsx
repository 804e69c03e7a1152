import type { PlanView } from '@lien-ket/contracts';
import { Link, useLocation } from 'react-router';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { DocumentName } from '../layout/document-name.js';
import { amendmentsInForce, endingOf } from './amended.js';

/** That the text is no longer the one issued is told before it is read. */
export function Amended({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const { search } = useLocation();
  const amendments = amendmentsInForce(plan);
  const last = amendments.at(-1);
  if (!last) return null;
  const history = new URLSearchParams(search);
  history.set('tab', 'history');
  const paper = documentName(last.document, t);
  return (
    <p className="amended">
      <strong>{t('plans.amendedTimes', { n: amendments.length })}</strong>{' '}
      {paper !== '–' && t('plans.amendedBy', { document: paper })}{' '}
      {t('plans.amendedFrom', { day: day(last.effectiveOn ?? last.businessDate) })}{' '}
      <Link to={{ search: history.toString() }}>{t('plans.amendedHistory')}</Link>
    </p>
  );
}

/** By which document, and from when on, it has no force any more. */
export function Ended({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const act = endingOf(plan);
  if (!act) return null;
  const isNamed = act.document?.documentId !== undefined || documentName(act.document, t) !== '–';
  return (
    <p className="amended">
      <strong>{t(`plan.state.${plan.state}`)}</strong>{' '}
      {isNamed && (
        <>
          {t('plans.endedBy')} <DocumentName document={act.document} />,{' '}
        </>
      )}
      {t('plans.amendedFrom', { day: day(act.effectiveOn ?? act.businessDate) })}
      {plan.state === 'annulled' && ` ${t('plans.neverInForce')}`}
    </p>
  );
}
