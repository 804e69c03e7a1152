import type { AgreementView } from '@lien-ket/contracts';
import { Link } from 'react-router';
import { useList, useMe } from '../client/queries.js';
import { reads } from '../client/reads.js';
import { ListPage, SearchFilter } from '../layout/list.js';
import type { Column } from '../layout/records.js';
import { useAsked } from '../layout/asked.js';
import { Mark, OriginMark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day, printedDate } from '../words/dates.js';
import { confirmationWords } from './confirmations.js';
import { RecordAgreement } from './record-agreement.js';

export function termWords({ termFrom, termTo }: AgreementView['content']): string {
  if (!termFrom && !termTo) return '–';
  return `${termFrom ? printedDate(termFrom) : '…'} – ${termTo ? day(termTo) : '…'}`;
}

/** Closed by an act, past its term by the day, or being carried out. */
export function AgreementMark({ agreement: { state, content } }: { agreement: AgreementView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  if (state === 'withdrawn') return <Mark tone="ended">{t('agreements.withdrawn')}</Mark>;
  if (state === 'closed') return <Mark tone="ended">{t('agreements.closed')}</Mark>;
  const over = content.termTo !== undefined && me !== undefined && content.termTo < me.businessDate;
  return <Mark tone={over ? 'ended' : 'good'}>{t(over ? 'agreements.expired' : 'agreements.open')}</Mark>;
}

function columns(t: Translate): Column<AgreementView>[] {
  return [
    {
      key: 'name',
      title: t('agreements.title'),
      cell: ({ id, content, origin }) => (
        <>
          <Link to={`/agreements/${id}`}>{content.name}</Link>
          <span className="marks">
            <OriginMark origin={origin} />
          </span>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('input.kind'),
      cell: ({ content }) => t(`agreement.kind.${content.kind}`),
    },
    {
      key: 'signed',
      title: t('agreements.signed'),
      cell: ({ content }) => (content.signedOn ? printedDate(content.signedOn) : '–'),
    },
    { key: 'term', title: t('agreements.term'), cell: ({ content }) => termWords(content) },
    {
      key: 'answers',
      title: t('agreements.answer'),
      cell: (agreement) => confirmationWords(agreement, t),
    },
    {
      key: 'state',
      title: t('input.state'),
      cell: (agreement) => <AgreementMark agreement={agreement} />,
    },
  ];
}

export function AgreementsPage() {
  const { t } = useWords();
  const [asked] = useAsked();
  const list = useList(reads.agreements({ q: asked('q') }));
  return (
    <ListPage
      title={t('agreements.title')}
      acts={<RecordAgreement />}
      list={list}
      none={t('agreements.none')}
      columns={columns(t)}
      keyOf={({ id }) => id}
      filters={<SearchFilter />}
    />
  );
}
