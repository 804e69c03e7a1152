import { FIELDS, type ActivityView } from '@lien-ket/contracts';
import { CommandButton } from '../forms/command-button.js';
import { AreaField, ChoiceField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';

type Field = (typeof FIELDS)[number];

/** Of an activity, or of nothing in particular. */
export function RaiseDifficulty({ activity }: { activity?: ActivityView }) {
  const { t } = useWords();
  return (
    <CommandButton
      resource="difficulties"
      command="create"
      body={(v: { text: string; field?: Field }) => ({
        text: v.text,
        ...(v.field ? { field: v.field } : {}),
        ...(activity ? { activityId: activity.id, planId: activity.planId } : {}),
      })}
    >
      <AreaField name="text" label={t('input.text')} />
      <ChoiceField
        name="field"
        label={t('input.field')}
        options={FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
        optional
      />
    </CommandButton>
  );
}
