import type { AgreementData } from '@lien-ket/contracts';
import { partialDateOf, PartialDateFields } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { filled, linesOf } from '../forms/lines.js';
import { useWords } from '../messages/words.js';
import type { DateParts } from '../words/date-parts.js';

const KINDS = ['agreement', 'memorandum'] as const;

export interface ContentValues {
  kind: (typeof KINDS)[number];
  name: string;
  parties: string;
  signedOn?: DateParts;
  place?: string;
  termFrom?: DateParts;
  termTo?: string;
  region?: string;
  fields?: string;
  legalBases?: string;
}

const PARTY = /^(.*?)\s*\[([a-z][a-z0-9-]*)\]$/;

/** "Tỉnh Tiền Giang [tien-giang]": the tenant in brackets where the party is on the platform. */
function partyOf(line: string) {
  const [, name, tenant] = PARTY.exec(line) ?? [];
  return name && tenant
    ? { name, tenant, basis: 'printed' as const }
    : { name: line, basis: 'printed' as const };
}

/** What was typed → the record; a party that the document only refers to stays so. */
export function contentOf(v: ContentValues, before?: AgreementData) {
  const parties = linesOf(v.parties).map((line) => {
    const party = partyOf(line);
    const known = before?.parties.find(({ name }) => name === party.name);
    return { ...party, basis: known?.basis ?? party.basis };
  });
  return {
    name: v.name,
    kind: v.kind,
    parties,
    fields: linesOf(v.fields),
    legalBases: linesOf(v.legalBases),
    ...filled({
      signedOn: partialDateOf(v.signedOn),
      place: v.place,
      termFrom: partialDateOf(v.termFrom),
      termTo: v.termTo,
      region: v.region,
      parent: before?.parent,
    }),
    ...(v.termTo ? { termBasis: before?.termBasis ?? ('printed' as const) } : {}),
  };
}

export function valuesOf(content: AgreementData): ContentValues {
  const { signedOn, place, termFrom, termTo, region } = content;
  return {
    kind: content.kind,
    name: content.name,
    parties: content.parties.map(({ name, tenant }) => (tenant ? `${name} [${tenant}]` : name)).join('\n'),
    fields: content.fields.join('\n'),
    legalBases: content.legalBases.join('\n'),
    ...filled({ signedOn, place, termFrom, termTo, region }),
  };
}

/** The record of a signed agreement: when it is made, and when it is made anew. */
export function ContentFields() {
  const { t } = useWords();
  return (
    <>
      <ChoiceField
        name="kind"
        label={t('input.kind')}
        options={KINDS.map((value) => ({ value, label: t(`agreement.kind.${value}`) }))}
      />
      <AreaField name="name" label={t('input.title')} rows={2} max={600} />
      <AreaField name="parties" label={t('agreements.parties')} hint={t('agreements.partiesHint')} rows={3} />
      <fieldset className="group">
        <legend>{t('agreements.signed')}</legend>
        <PartialDateFields name={['signedOn']} optional />
      </fieldset>
      <TextField name="place" label={t('input.place')} max={200} optional />
      <fieldset className="group">
        <legend>{t('agreements.termFrom')}</legend>
        <PartialDateFields name={['termFrom']} optional />
      </fieldset>
      <DayField name="termTo" label={t('agreements.termTo')} optional />
      <TextField name="region" label={t('agreements.region')} max={200} optional />
      <AreaField name="fields" label={t('agreements.fields')} hint={t('form.perLine')} rows={2} optional />
      <AreaField name="legalBases" label={t('agreements.bases')} hint={t('form.perLine')} rows={2} optional />
    </>
  );
}
