import { useWords } from '../messages/words.js';
import { CAPACITIES } from '../words/capacities.js';
import { ChoiceField } from './fields.js';

export function CapacityField({ optional }: { optional?: boolean }) {
  const { t } = useWords();
  return (
    <ChoiceField
      name="capacity"
      label={t('input.capacity')}
      options={CAPACITIES.map((value) => ({ value, label: t(`capacity.${value}`) }))}
      optional={optional ?? false}
    />
  );
}
