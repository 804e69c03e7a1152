import type { PlanView } from '@lien-ket/contracts';
import { newKey } from '../client/keys.adapter.js';
import { useOrganisations } from '../client/queries.js';
import { CommandButton } from '../forms/command-button.js';
import { agenciesOf } from '../forms/document-fields.js';
import { AreaField, ChoiceField, DayField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import { day } from '../words/dates.js';
import { eventName } from '../words/names.js';
import { planChanges, type ChangeValues } from './changes.js';
import { ChangesField } from './changes-field.js';

interface Values {
  readonly corrects: string;
  readonly reason: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly effectiveOn?: string;
  readonly changes?: ChangeValues[];
}

const CORRECTABLE = /\.(issued|amended)\./;

/** Sửa lỗi nhập liệu: the paper was right, our typing was not. The mistake stays in the history. */
export function CorrectEntry({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  const organisations = useOrganisations();
  const acts = plan.acts.filter(({ type, correctedBy }) => CORRECTABLE.test(type) && !correctedBy);
  if (acts.length === 0) return null;
  return (
    <CommandButton
      wide
      resource="plans"
      command="correctEntry"
      target={plan}
      body={({ changes, corrects, reason, ...rest }: Values) => ({
        corrects,
        reason,
        changes: planChanges(changes, (ids) => agenciesOf(ids ? [...ids] : [], organisations), newKey),
        ...Object.fromEntries(Object.entries(rest).filter(([, value]) => Boolean(value))),
      })}
    >
      <ChoiceField
        name="corrects"
        label={t('history.what')}
        options={acts.map(({ eventId, type, effectiveOn }) => ({
          value: eventId,
          label: `${eventName(type, t)} (${day(effectiveOn)})`,
        }))}
      />
      <AreaField name="reason" label={t('input.reason')} rows={2} max={2000} />
      <div className="columns">
        <TextField name="number" label={t('input.number')} max={40} optional />
        <TextField name="symbol" label={t('input.symbol')} max={60} optional />
        <DayField name="effectiveOn" label={t('input.effectiveOn')} optional />
      </div>
      <ChangesField plan={plan} />
    </CommandButton>
  );
}
