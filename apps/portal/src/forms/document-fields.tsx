import type { AgencyRef, DocumentRef } from '@lien-ket/contracts';
import { useOrganisations, type Organisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import type { Choice } from '../words/choices.js';
import { organisationName } from '../words/names.js';
import { DayField } from './day-fields.js';
import { ChoiceField, TextField, type FieldProps } from './fields.js';
import { NumberField } from './number-field.js';

/** A date as printed: what the document does not say is left empty. */
export interface PartialDateValues {
  readonly year?: number | null;
  readonly month?: number | null;
  readonly day?: number | null;
}
export interface DocumentValues {
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: PartialDateValues;
}
export interface InForceValues {
  readonly effectiveOn?: string;
}

type PartialDate = NonNullable<DocumentRef['date']>;

export function partialDateOf(values: PartialDateValues | undefined): PartialDate | undefined {
  if (!values?.year) return undefined;
  const { year, month, day } = values;
  return { year, ...(month ? { month } : {}), ...(month && day ? { day } : {}) };
}

export function documentOf(values: DocumentValues | undefined): DocumentRef {
  const date = partialDateOf(values?.date);
  return {
    ...(values?.number ? { number: values.number } : {}),
    ...(values?.symbol ? { symbol: values.symbol } : {}),
    ...(date ? { date } : {}),
  };
}

export function inForceOf({ effectiveOn }: InForceValues) {
  return effectiveOn ? { effectiveOn, basis: { kind: 'printed' as const } } : {};
}

export function PartialDateFields({ name, optional }: { name: string[]; optional?: boolean }) {
  const { t } = useWords();
  return (
    <div className="columns">
      <NumberField name={[...name, 'day']} label={t('input.day')} min={1} max={31} optional />
      <NumberField name={[...name, 'month']} label={t('input.month')} min={1} max={12} optional />
      <NumberField
        name={[...name, 'year']}
        label={t('input.year')}
        min={1945}
        max={2200}
        optional={optional ?? false}
      />
    </div>
  );
}

/** The document that makes an act so. */
export function DocumentFields({ name = 'document', title }: { name?: string; title?: string }) {
  const { t } = useWords();
  return (
    <fieldset className="group">
      <legend>{title ?? t('input.document')}</legend>
      <div className="columns">
        <TextField name={[name, 'number']} label={t('input.number')} max={40} optional />
        <TextField name={[name, 'symbol']} label={t('input.symbol')} max={60} optional />
      </div>
      <PartialDateFields name={[name, 'date']} optional />
    </fieldset>
  );
}

export function InForceField() {
  const { t } = useWords();
  return <DayField name="effectiveOn" label={t('input.effectiveOn')} optional />;
}

export function useOrganisationOptions(): readonly Choice[] {
  const { t } = useWords();
  const { all } = useOrganisations();
  return all.map((organisation) => ({
    value: organisation.id,
    label: organisationName(organisation, t),
    alike: organisation.aliases,
  }));
}

export function OrganisationField(field: FieldProps & { many?: boolean }) {
  return <ChoiceField {...field} options={useOrganisationOptions()} />;
}

/** Chosen organisations as a document will print them. */
export function agenciesOf(ids: readonly string[] | undefined, organisations: Organisations): AgencyRef[] {
  return (ids ?? []).flatMap((id) => {
    const found = organisations.find(id);
    return found ? [{ printed: found.name, organisationId: found.id }] : [];
  });
}
