import { Form } from 'antd';
import { Link, useParams } from 'react-router';
import { useList, useRead } from '../client/queries.js';
import { reads } from '../client/reads.js';
import type { DocumentView } from '../client/registers.js';
import { CommandButton } from '../forms/command-button.js';
import { partialDateOf, PartialDateFields } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { filled, linesOf } from '../forms/lines.js';
import { useAsked } from '../layout/asked.js';
import { List, SearchFilter } from '../layout/list.js';
import { Page, Panel } from '../layout/page.js';
import { Facts, type Column } from '../layout/records.js';
import { Loaded } from '../layout/states.js';
import { Mark } from '../layout/tags.js';
import type { Translate } from '../messages/translate.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { documentName } from '../words/names.js';
import { DOCUMENT_KINDS, STANDINGS, type DocumentKind, type Standing } from './kinds.js';
import type { DateParts } from '../words/date-parts.js';

interface Values {
  kind: DocumentKind;
  standing: Standing;
  abstract: string;
  number?: string;
  symbol?: string;
  date?: DateParts;
  place?: string;
  issuer?: string;
  incoming?: { number?: string; on?: string };
  addressees?: string;
  enclosures?: string;
  legalBases?: string;
  archiveLine?: string;
}

/** Both or neither, as an old paper may bear none: whoever types one of them is told that the other is missing. */
const cameIn = (incoming: Values['incoming']) =>
  incoming?.number || incoming?.on ? { number: incoming.number ?? '', on: incoming.on ?? '' } : undefined;

const bodyOf = (v: Values) => ({
  kind: v.kind,
  standing: v.standing,
  abstract: v.abstract,
  addressees: linesOf(v.addressees),
  enclosures: linesOf(v.enclosures),
  legalBases: linesOf(v.legalBases),
  ...filled({
    number: v.number,
    symbol: v.symbol,
    date: partialDateOf(v.date),
    place: v.place,
    archiveLine: v.archiveLine,
  }),
  ...(v.issuer ? { issuer: { printed: v.issuer } } : {}),
  ...(v.standing === 'incoming' ? filled({ incoming: cameIn(v.incoming) }) : {}),
});

/** The number given by the receiving office is no part of the document's own number. */
function Incoming() {
  const { t } = useWords();
  const standing: Standing | undefined = Form.useWatch('standing');
  if (standing !== 'incoming') return null;
  return (
    <fieldset className="group">
      <legend>{t('documents.incoming')}</legend>
      <div className="columns">
        <TextField name={['incoming', 'number']} label={t('documents.incomingNumber')} max={40} optional />
        <DayField name={['incoming', 'on']} label={t('documents.incomingOn')} optional />
      </div>
    </fieldset>
  );
}

function AddDocument() {
  const { t } = useWords();
  return (
    <CommandButton
      primary
      wide
      resource="documents"
      command="create"
      initial={{ standing: 'incoming' as const, kind: 'officialLetter' as const }}
      body={bodyOf}
    >
      <div className="columns">
        <ChoiceField
          name="standing"
          label={t('documents.standing')}
          options={STANDINGS.map((value) => ({ value, label: t(`registers.standing.${value}`) }))}
        />
        <ChoiceField
          name="kind"
          label={t('input.kind')}
          options={DOCUMENT_KINDS.map((value) => ({ value, label: t(`document.kind.${value}`) }))}
        />
      </div>
      <Incoming />
      <div className="columns">
        <TextField name="number" label={t('input.number')} max={40} optional />
        <TextField name="symbol" label={t('input.symbol')} max={60} optional />
      </div>
      <PartialDateFields name={['date']} optional />
      <TextField name="issuer" label={t('documents.issuer')} optional />
      <AreaField name="abstract" label={t('documents.abstract')} rows={2} max={1000} />
      <AreaField
        name="addressees"
        label={t('documents.addressees')}
        hint={t('form.perLine')}
        rows={2}
        optional
      />
      <AreaField
        name="enclosures"
        label={t('documents.enclosures')}
        hint={t('form.perLine')}
        rows={2}
        optional
      />
      <AreaField name="legalBases" label={t('agreements.bases')} hint={t('form.perLine')} rows={2} optional />
      <TextField name="archiveLine" label={t('recipients.archive')} max={200} optional />
    </CommandButton>
  );
}

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
        >
          <Panel title={t('documents.details')}>
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
