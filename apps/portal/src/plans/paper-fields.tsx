import { CapacityField } from '../forms/capacity-field.js';
import {
  inForceOf,
  InForceField,
  partialDateOf,
  PartialDateFields,
  type InForceValues,
} from '../forms/document-fields.js';
import { TextField } from '../forms/fields.js';
import { filled } from '../forms/lines.js';
import { Panel } from '../layout/page.js';
import { useWords } from '../messages/words.js';
import type { Capacity } from '../words/capacities.js';
import type { DateParts } from '../words/date-parts.js';

/** What an issued paper says of itself; whatever it does not say stays empty. */
export interface PaperValues extends InForceValues {
  readonly number?: string;
  readonly symbol?: string;
  readonly date?: DateParts;
  readonly place?: string;
  readonly signerName?: string;
  readonly signerTitle?: string;
  readonly capacity?: Capacity;
}

export function paperOf(values: PaperValues) {
  const { number, symbol, date, place, signerName: name, signerTitle: title, capacity } = values;
  const named = filled({ name, title });
  const signed = capacity !== undefined || Object.keys(named).length > 0;
  return {
    ...filled({ number, symbol, date: partialDateOf(date), place }),
    ...(signed ? { signer: { ...named, capacity: capacity ?? ('notPrinted' as const) } } : {}),
    ...inForceOf(values),
  };
}

export function PaperFields() {
  const { t } = useWords();
  return (
    <Panel title={t('plans.paper')}>
      <div className="columns">
        <TextField name="number" label={t('input.number')} max={40} optional />
        <TextField name="symbol" label={t('input.symbol')} max={60} optional />
      </div>
      <PartialDateFields name={['date']} optional />
      <div className="columns">
        <TextField name="place" label={t('input.place')} max={120} optional />
        <InForceField />
      </div>
      <div className="columns">
        <TextField name="signerName" label={t('input.signerName')} max={200} optional />
        <TextField name="signerTitle" label={t('input.signerTitle')} max={200} optional />
        <CapacityField optional />
      </div>
    </Panel>
  );
}
