import type { AgencyRef, DocumentRef } from '@lien-ket/contracts';
import { Form } from 'antd';
import { useOrganisations, type Organisations } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import type { Choice } from '../words/choices.js';
import { noSuchDay, partMissing, type DatePart, type DateParts } from '../words/date-parts.js';
import { organisationName } from '../words/names.js';
import { DayField } from './day-fields.js';
import { ChoiceField, TextField, type FieldProps } from './fields.js';
import { NumberField } from './number-field.js';

export interface DocumentValues {
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: DateParts;
}
export interface InForceValues {
  readonly effectiveOn?: string;
}

const PARTS: readonly DatePart[] = ['day', 'month', 'year'];

type PartialDate = NonNullable<DocumentRef['date']>;

export function partialDateOf(values: DateParts | undefined): PartialDate | undefined {
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

/** As corrected: what the form does not ask for of a paper that is still named stays. */
export function documentAgain(
  before: DocumentRef | undefined,
  values: DocumentValues | undefined,
): DocumentRef {
  const typed = documentOf(values);
  if (Object.keys(typed).length === 0) return {};
  const { documentId, signer } = before ?? {};
  return { ...(documentId ? { documentId } : {}), ...(signer ? { signer } : {}), ...typed };
}

export function inForceOf({ effectiveOn }: InForceValues) {
  return effectiveOn ? { effectiveOn, basis: { kind: 'printed' as const } } : {};
}

/** What the three parts make together, said at the part that is to be mended. */
function usePartFault(name: readonly string[]) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  return (part: DatePart): string | undefined => {
    const parts = (form.getFieldValue([...name]) ?? {}) as DateParts;
    if (partMissing(parts) === part) return t('form.required', { label: t(`input.${part}`) });
    const typed = part === 'day' ? noSuchDay(parts) : undefined;
    return typed && t('form.noDay', { typed });
  };
}

export function PartialDateFields({ name, optional = false }: { name: string[]; optional?: boolean }) {
  const { t } = useWords();
  const faultOf = usePartFault(name);
  const part = (part: DatePart) => ({
    name: [...name, part],
    label: t(`input.${part}`),
    with: PARTS.filter((other) => other !== part).map((other) => [...name, other]),
  });
  return (
    <div className="columns">
      <NumberField {...part('day')} min={1} max={31} optional fault={() => faultOf('day')} />
      <NumberField {...part('month')} min={1} max={12} optional fault={() => faultOf('month')} />
      <NumberField
        {...part('year')}
        min={1945}
        max={2200}
        optional={optional}
        fault={() => (optional ? faultOf('year') : undefined)}
      />
    </div>
  );
}

interface DocumentFieldsProps {
  readonly name?: string;
  readonly title?: string;
  /** What must be said of it, where a paper may not lack it. */
  readonly needs?: readonly ('number' | 'symbol')[];
}

/** The document that makes an act so. */
export function DocumentFields({ name = 'document', title, needs = [] }: DocumentFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset className="group">
      <legend>{title ?? t('input.document')}</legend>
      <div className="columns">
        <TextField
          name={[name, 'number']}
          label={t('input.number')}
          max={40}
          optional={!needs.includes('number')}
        />
        <TextField
          name={[name, 'symbol']}
          label={t('input.symbol')}
          max={60}
          optional={!needs.includes('symbol')}
        />
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

/** As corrected: who stays is printed as before and where it stood, and so is who is only printed; who is new comes after. */
export function agenciesAgain(
  before: readonly AgencyRef[],
  ids: readonly string[] | undefined,
  organisations: Organisations,
): AgencyRef[] {
  const chosen = ids ?? [];
  const stays = before.filter(
    ({ organisationId }) => organisationId === undefined || chosen.includes(organisationId),
  );
  const added = chosen.filter((id) => !before.some(({ organisationId }) => organisationId === id));
  return [...stays, ...agenciesOf(added, organisations)];
}

/** What a field for one shows of it: an organisation of the register, or the name as printed. */
export const agencyValue = ({ organisationId, printed }: AgencyRef): string => organisationId ?? printed;

/** The one that was chosen; where nothing else was, as it was printed before. */
export function agencyAgain(
  before: AgencyRef | undefined,
  chosen: string,
  organisations: Organisations,
): AgencyRef {
  if (before && agencyValue(before) === chosen) return before;
  return agenciesOf([chosen], organisations)[0] ?? { printed: chosen };
}

/** Chosen organisations as a document will print them. */
export function agenciesOf(ids: readonly string[] | undefined, organisations: Organisations): AgencyRef[] {
  return (ids ?? []).flatMap((id) => {
    const found = organisations.find(id);
    return found ? [{ printed: found.name, organisationId: found.id }] : [];
  });
}
