import { Form } from 'antd';
import type { DocumentView } from '../client/registers.js';
import { useMe } from '../client/queries.js';
import { CapacityField } from '../forms/capacity-field.js';
import { CommandButton } from '../forms/command-button.js';
import { PartialDateFields } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { filled, linesOf } from '../forms/lines.js';
import { useWords } from '../messages/words.js';
import { touches } from '../session/rights.js';
import { paperOf, type PaperValues } from '../plans/paper-fields.js';
import { DOCUMENT_KINDS, STANDINGS, type DocumentKind, type Standing } from './kinds.js';

interface Values extends Omit<PaperValues, 'effectiveOn'> {
  kind: DocumentKind;
  standing: Standing;
  abstract: string;
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
  ...paperOf(v),
  ...filled({ archiveLine: v.archiveLine }),
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

function Kind() {
  const { t } = useWords();
  return (
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
  );
}

/** What a paper says of itself, as it is entered and as it is corrected. */
function Entry() {
  const { t } = useWords();
  return (
    <>
      <Kind />
      <Incoming />
      <div className="columns">
        <TextField name="number" label={t('input.number')} max={40} optional />
        <TextField name="symbol" label={t('input.symbol')} max={60} optional />
      </div>
      <PartialDateFields name={['date']} optional />
      <div className="columns">
        <TextField name="issuer" label={t('documents.issuer')} optional />
        <TextField name="place" label={t('input.place')} max={120} optional />
      </div>
      <AreaField name="abstract" label={t('documents.abstract')} rows={2} max={1000} />
      <div className="columns">
        <TextField name="signerName" label={t('input.signerName')} max={200} optional />
        <TextField name="signerTitle" label={t('input.signerTitle')} max={200} optional />
        <CapacityField optional />
      </div>
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
    </>
  );
}

export function AddDocument() {
  return (
    <CommandButton
      primary
      wide
      resource="documents"
      command="create"
      initial={{ standing: 'incoming' as const, kind: 'officialLetter' as const }}
      body={bodyOf}
    >
      <Entry />
    </CommandButton>
  );
}

function typedOf(document: DocumentView): Partial<Values> {
  const { kind, standing, abstract, addressees, enclosures, legalBases, issuer, signer, incoming } = document;
  const { number, symbol, date, place, archiveLine } = document;
  const { name: signerName, title: signerTitle, capacity } = signer ?? {};
  return {
    ...{ kind, standing, abstract },
    addressees: addressees.join('\n'),
    enclosures: enclosures.join('\n'),
    legalBases: legalBases.join('\n'),
    ...filled({ number, symbol, date, place, archiveLine, incoming, issuer: issuer?.printed }),
    ...filled({ signerName, signerTitle, capacity }),
  };
}

/** Sửa lỗi nhập liệu: as the paper says it, as a whole; what the form does not ask for stays as it was entered. */
export function CorrectDocument({ document }: { document: DocumentView }) {
  const { t } = useWords();
  const { data: me } = useMe();
  const { recipients, conflicts, publication, dateAsPrinted, issuer } = document;
  if (!touches(me, document.register ? [document.register] : [])) return null;
  return (
    <CommandButton
      wide
      resource="documents"
      command="correctEntry"
      target={document}
      initial={typedOf(document)}
      body={({ reason, ...typed }: Values & { reason: string }) => ({
        reason,
        content: {
          ...{ recipients, conflicts, ...filled({ publication, dateAsPrinted }) },
          ...bodyOf(typed),
          // The organisation that a person confirmed is known by its printed name.
          ...(issuer && issuer.printed === typed.issuer ? { issuer } : {}),
        },
      })}
    >
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <Entry />
    </CommandButton>
  );
}
