import { Form } from 'antd';
import { OrganisationField } from '../forms/document-fields.js';
import { DayField } from '../forms/day-fields.js';
import { AreaField, CheckField, ChoiceField, TextField } from '../forms/fields.js';
import { NumberField } from '../forms/number-field.js';
import { RowsField } from '../forms/rows-field.js';
import type { MessageKey } from '../messages/vi.js';
import { useWords } from '../messages/words.js';
import { CYCLES, RULE_KINDS, type ProvisionValues } from './provisions.js';

const KIND_NAMES: Readonly<Record<ProvisionValues['kind'], MessageKey>> = {
  yearlyBefore: 'provisions.kind.yearlyBefore',
  yearlyWithin: 'provisions.kind.yearlyWithin',
  onceBefore: 'provisions.kind.onceBefore',
  onceWithin: 'provisions.kind.onceWithin',
  cycles: 'provisions.kind.cycles',
  quarterly: 'rule.quarterly',
  onRequest: 'rule.onRequest',
  undated: 'rule.undated',
};

/** When a report is owed: the kind of the rule, and the parts of the date that this kind has. */
export function WhenFields({ list, at }: { list: string; at: number }) {
  const { t } = useWords();
  return (
    <>
      <ChoiceField
        name={[at, 'kind']}
        label={t('provisions.when')}
        options={RULE_KINDS.map((value) => ({ value, label: t(KIND_NAMES[value]) }))}
      />
      <DateFields list={list} at={at} />
      <TextField name={[at, 'asPrinted']} label={t('obligations.asPrinted')} max={600} optional />
    </>
  );
}

function DateFields({ list, at }: { list: string; at: number }) {
  const { t } = useWords();
  const kind: ProvisionValues['kind'] | undefined = Form.useWatch([list, at, 'kind']);
  const month = <NumberField name={[at, 'month']} label={t('input.month')} min={1} max={12} />;
  switch (kind) {
    case 'yearlyBefore':
      return (
        <div className="columns">
          <NumberField name={[at, 'day']} label={t('input.day')} min={1} max={31} />
          {month}
        </div>
      );
    case 'yearlyWithin':
      return month;
    case 'onceBefore':
      return <DayField name={[at, 'date']} label={t('provisions.before')} />;
    case 'onceWithin':
      return (
        <div className="columns">
          {month}
          <NumberField name={[at, 'year']} label={t('input.year')} min={1945} max={2200} />
        </div>
      );
    case 'cycles':
      return (
        <ChoiceField
          name={[at, 'cycles']}
          label={t('provisions.kind.cycles')}
          options={CYCLES.map((value) => ({ value, label: t(`cycle.${value}`) }))}
          many
        />
      );
    case 'quarterly':
    case 'onRequest':
    case 'undated':
    case undefined:
      return null;
  }
}

/** Who reports what to whom, until when: of these the obligations are made once the plan is issued. */
export function ProvisionsField() {
  const { t } = useWords();
  return (
    <RowsField
      name="provisions"
      title={t('plans.tab.provisions')}
      addTitle={t('provisions.add')}
      blank={{ kind: 'yearlyBefore' }}
    >
      {(at) => (
        <>
          <TextField name={[at, 'what']} label={t('provisions.what')} max={600} />
          <AreaField name={[at, 'text']} label={t('provisions.text')} rows={2} max={2000} />
          <OrganisationField name={[at, 'debtorIds']} label={t('provisions.debtors')} many optional />
          <CheckField name={[at, 'openClass']} label={t('provisions.openClass')} />
          <OrganisationField name={[at, 'receiverId']} label={t('provisions.receiver')} optional />
          <WhenFields list="provisions" at={at} />
        </>
      )}
    </RowsField>
  );
}
