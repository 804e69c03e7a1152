import type { RightView } from '@lien-ket/contracts';
import { rightsAddress } from '../client/client.js';
import { useList, useMe } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { DayPicker } from '../forms/day-fields.js';
import { useAsked } from '../layout/asked.js';
import { ListPage } from '../layout/list.js';
import type { Column } from '../layout/records.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { roleName } from '../words/names.js';
import { AccountName } from './account-name.js';

function columns(t: Translate): Column<RightView>[] {
  return [
    {
      key: 'who',
      title: t('rights.who'),
      cell: ({ account, role, organisationId }) => (
        <>
          <span className="code">{account.slice(0, 8)}</span>
          <AccountName key={account} actor={{ account, role, organisationId, kind: 'person' }} />
        </>
      ),
    },
    { key: 'role', title: t('part.role'), cell: ({ role }) => roleName(role, t) },
    { key: 'organisation', title: t('part.organisationId'), cell: ({ organisation }) => organisation ?? '–' },
    { key: 'from', title: t('part.from'), cell: ({ from }) => day(from) },
    { key: 'to', title: t('part.to'), cell: ({ to }) => day(to) },
    { key: 'basis', title: t('part.basis'), cell: ({ basis }) => basis },
    { key: 'given', title: t('history.business'), cell: ({ givenOn }) => day(givenOn) },
  ];
}

/** Who had which right on a day, as known then or now; the file of it is recorded when it is taken. */
export function RightsPage() {
  const { t } = useWords();
  const { data: me } = useMe();
  const [asked, ask] = useAsked();
  const point = { asOf: asked('asOf') || me?.businessDate, knownAt: asked('knownAt') || undefined };
  const list = useList(reads.rights(point));
  return (
    <ListPage
      title={t('rights.title')}
      above={{ to: '/audit', title: t('audit.title') }}
      acts={
        <a href={rightsAddress(point)} download>
          {t('rights.file')}
        </a>
      }
      list={list}
      none={t('rights.none')}
      keyOf={({ seq }) => String(seq)}
      columns={columns(t)}
      filters={
        <>
          <DayPicker label={t('plans.asOf')} value={point.asOf} change={(value) => ask('asOf', value)} />
          <DayPicker
            label={t('plans.knownAt')}
            value={point.knownAt}
            change={(value) => ask('knownAt', value)}
          />
        </>
      }
    />
  );
}
