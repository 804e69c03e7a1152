import type { MeView } from '@lien-ket/contracts';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { useOrganisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { endedPosts } from './ended.js';

/** Before all else: one's organisation is no more, and what is to be handed over to whom. */
export function EndedNotes({ me }: { me: MeView }) {
  const { t } = useWords();
  const { all } = useOrganisations();
  return endedPosts(me, all).map(({ organisation, endedOn, successor, registered }) => (
    <Alert
      key={organisation}
      type="warning"
      showIcon
      className="refusal"
      title={
        successor
          ? t('home.endedNow', { organisation, day: day(endedOn), name: successor })
          : t('home.ended', { organisation, day: day(endedOn) })
      }
      description={
        <>
          <p>
            {t('home.endedDuties')}{' '}
            <Link to="/obligations?state=awaitsSuccessor">{t('obligation.state.awaitsSuccessor')}</Link>
          </p>
          <p>{t(registered ? 'home.endedPost' : 'home.endedUnregistered')}</p>
        </>
      }
    />
  ));
}
