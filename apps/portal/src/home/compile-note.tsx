import type { ObligationView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useOrganisations } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { useWords } from '../messages/words.js';
import { isWaiting } from '../words/due.js';
import { nameById } from '../words/names.js';
import { leadsHeard, reportCounts } from './standing.js';

const ALL = 500;
const NAMED = 4;

/** The first names, and how many more: a morning's screen is read at a glance. */
export function useNames(): (names: readonly string[]) => string {
  const { t } = useWords();
  return (names) => {
    const first = names.slice(0, NAMED).join(', ');
    const more = names.length - NAMED;
    return more > 0 ? t('home.andMore', { names: first, n: more }) : first;
  };
}

/** What the report that one compiles rests on: the agencies' reports, else what is known of the lead agencies. */
export function CompileNote({ obligation: { planId, example } }: { obligation: ObligationView }) {
  const { t } = useWords();
  const named = useNames();
  const organisations = useOrganisations();
  const received = useList(reads.obligations({ role: 'receiver', limit: ALL }));
  const activities = useList(reads.activities({ origin: 'own', limit: ALL }));
  if (!planId || received.loading || activities.loading || !organisations.known) return null;
  const owed = received.items.filter(
    (each) => each.planId === planId && each.example === example && !each.historic,
  );
  if (owed.length === 0) {
    const heard = leadsHeard(activities.items.filter((each) => each.planId === planId));
    return heard.total > 0 && <div className="quiet">{t('home.leadsHeard', { ...heard })}</div>;
  }
  const missing = owed.filter(isWaiting).map(({ debtorId }) => nameById(organisations, debtorId, t));
  return (
    <div className="quiet">
      {t('home.reportsHere', { ...reportCounts(owed.map(({ state }) => ({ state, example: false }))) })}
      {missing.length > 0 && ` · ${t('home.stillMissing', { names: named([...new Set(missing)]) })}`}{' '}
      <Link to="/obligations?role=receiver">{t('home.urge')}</Link>
    </div>
  );
}
