import type { ActivityListItem } from '@lien-ket/contracts';
import { Link } from 'react-router';
import type { Column } from '../layout/records.js';
import { ExampleMark, Mark, OriginMark, SignalMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { day } from '../words/dates.js';
import { ACTIVITY_TONES } from '../words/tones.js';

export function activityColumns(t: Translate): Column<ActivityListItem>[] {
  return [
    {
      key: 'title',
      title: t('activities.title'),
      cell: (each) => (
        <>
          <Link to={`/activities/${each.id}`}>
            {each.printedNumber && `${each.printedNumber} `}
            {each.title}
          </Link>
          <span className="marks">
            <ExampleMark example={each.example} />
            <OriginMark origin={each.origin} />
          </span>
        </>
      ),
    },
    { key: 'plan', title: t('activities.plan'), cell: ({ planNumber }) => planNumber ?? t('plans.noNumber') },
    { key: 'leads', title: t('table.leads'), cell: ({ leads }) => leads.join('; ') || '–' },
    { key: 'time', title: t('table.time'), cell: ({ time }) => time ?? '–' },
    {
      key: 'progress',
      title: t('activities.progress'),
      cell: ({ lastProgressOn, openDifficulties }) => (
        <>
          {lastProgressOn
            ? t('activities.lastProgress', { day: day(lastProgressOn) })
            : t('activities.noProgress')}
          {openDifficulties > 0 && <div>{t('activities.openDifficulties', { n: openDifficulties })}</div>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('table.state'),
      cell: ({ state, signal }) => (
        <span className="marks">
          <Mark tone={ACTIVITY_TONES[state]}>{t(`activity.state.${state}`)}</Mark>
          <SignalMark signal={signal} />
        </span>
      ),
    },
  ];
}
