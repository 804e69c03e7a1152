import { useWords } from '../messages/words.js';
import { TextField } from './fields.js';
import { NumberField } from './number-field.js';
import { RowsField } from './rows-field.js';

export function FiguresField({ name }: { name: string }) {
  const { t } = useWords();
  return (
    <RowsField name={name} title={t('input.figures')} addTitle={t('obligations.addFigure')}>
      {(at) => (
        <div className="columns">
          <TextField name={[at, 'label']} label={t('input.label')} max={200} />
          <NumberField name={[at, 'value']} label={t('input.value')} />
          <TextField name={[at, 'unit']} label={t('input.unit')} max={40} />
        </div>
      )}
    </RowsField>
  );
}
