import { Button, Form } from 'antd';
import { useWords } from '../messages/words.js';
import { NumberField, TextField } from './fields.js';

export function FiguresField({ name }: { name: string }) {
  const { t } = useWords();
  return (
    <fieldset className="group">
      <legend>{t('input.figures')}</legend>
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }) => (
              <div key={key} className="line-form">
                <div className="columns">
                  <TextField name={[at, 'label']} label={t('input.label')} max={200} />
                  <NumberField name={[at, 'value']} label={t('input.value')} />
                  <TextField name={[at, 'unit']} label={t('input.unit')} max={40} />
                </div>
                <Button type="text" size="small" onClick={() => remove(at)}>
                  {t('form.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add()}>{t('obligations.addFigure')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
