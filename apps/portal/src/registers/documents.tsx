import { Link, useParams } from 'react-router';
import { useList, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { DocumentView } from '../client/registers.js';
import { useAsked } from '../layout/asked.js';
import { Corrections } from '../layout/corrections.js';
import { List, SearchFilter } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { AddDocument, CorrectDocument } from './document-entry.js';

function StandingMark({ document: { standing } }: { document: DocumentView }) {
  const { t } = useWords();
  return (
    <Mark tone={standing === 'citedOnly' ? 'unknown' : 'plain'}>{t(`registers.standing.${standing}`)}</Mark>
  );
}

/** Number, incoming number and cited number are three things and stay apart. */
function columns(t: Translate): Column<DocumentView>[] {
  return [
    {
      key: 'abstract',
      title: t('documents.abstract'),
      cell: ({ id, abstract, conflicts }) => (
        <>
          <Link to={`/documents/${id}`}>{abstract}</Link>
          {conflicts.length > 0 && (
            <p className="note">
              {t('registers.conflicts')}: {conflicts.join('; ')}
            </p>
          )}
        </>
      ),
    },
    { key: 'kind', title: t('input.kind'), cell: ({ kind }) => t(`document.kind.${kind}`) },
    { key: 'number', title: t('plans.number'), cell: (document) => documentName(document, t) },
    { key: 'issuer', title: t('documents.issuer'), cell: ({ issuer }) => issuer?.printed ?? '–' },
    {
      key: 'standing',
      title: t('documents.standing'),
      cell: (document) => (
        <>
          <StandingMark document={document} />
          {document.incoming && (
            <div className="quiet">
              {t('registers.incoming', { number: document.incoming.number, day: day(document.incoming.on) })}
            </div>
          )}
        </>
      ),
    },
  ];
}

export function Documents() {
  const { t } = useWords();
  const [asked] = useAsked();
  const list = useList(reads.documents({ q: asked('q') }));
  return (
    <List
      caption={t('registers.documents')}
      list={list}
      none={t('registers.none')}
      keyOf={({ id }) => id}
      columns={columns(t)}
      filters={
        <>
          <SearchFilter />
          <AddDocument />
        </>
      }
    />
  );
}

export function DocumentPage() {
  const { t } = useWords();
  const { id = '' } = useParams();
  const query = useRead(reads.document(id));
  const lines = (values: readonly string[]) => (values.length > 0 ? values.join('\n') : '–');
  return (
    <Loaded query={query}>
      {(document) => (
        <Page
          title={document.abstract}
          above={{ to: '/registers/documents', title: t('registers.documents') }}
          marks={<StandingMark document={document} />}
          acts={<CorrectDocument document={document} />}
        >
          <Panel title={t('documents.details')}>
            <Corrections corrections={document.corrections} />
            {document.conflicts.length > 0 && (
              <p className="note">
                {t('registers.conflicts')}: {document.conflicts.join('; ')}
              </p>
            )}
            <Facts
              facts={[
                [t('input.kind'), t(`document.kind.${document.kind}`)],
                [t('plans.number'), documentName(document, t)],
                [t('documents.dateAsPrinted'), document.dateAsPrinted ?? '–'],
                [t('input.place'), document.place ?? '–'],
                [t('documents.issuer'), document.issuer?.printed ?? '–'],
                [t('documents.incomingNumber'), document.incoming?.number ?? '–'],
                [t('documents.incomingOn'), day(document.incoming?.on)],
                [
                  t('input.signerName'),
                  [document.signer?.title, document.signer?.name].filter(Boolean).join(' ') || '–',
                ],
                [
                  t('documents.addressees'),
                  <span key="to" className="pre">
                    {lines(document.addressees)}
                  </span>,
                ],
                [
                  t('recipients.title'),
                  <span key="r" className="pre">
                    {lines(document.recipients.map(({ text }) => text))}
                  </span>,
                ],
                [
                  t('documents.enclosures'),
                  <span key="e" className="pre">
                    {lines(document.enclosures)}
                  </span>,
                ],
                [
                  t('agreements.bases'),
                  <span key="b" className="pre">
                    {lines(document.legalBases)}
                  </span>,
                ],
                [t('recipients.archive'), document.archiveLine ?? '–'],
                [t('documents.publication'), document.publication ?? '–'],
              ]}
            />
          </Panel>
        </Page>
      )}
    </Loaded>
  );
}
