import { Button, Form } from 'antd';
import { OrganisationField } from '../forms/document-fields.js';
import { AreaField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import type { SectionValues } from './draft.js';
import { ItemDetails } from './item-details.js';

function Items({ at }: { at: number }) {
  const { t } = useWords();
  return (
    <Form.List name={[at, 'items']}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }, index) => (
            <fieldset key={key} className="group">
              <legend>{t('draft.item', { n: index + 1 })}</legend>
              <div className="columns">
                <TextField name={[name, 'printedNumber']} label={t('table.number')} max={40} optional />
                <TextField name={[name, 'time']} label={t('part.time')} optional />
              </div>
              <AreaField name={[name, 'text']} label={t('part.text')} rows={2} />
              <OrganisationField name={[name, 'leadIds']} label={t('part.leads')} many optional />
              <OrganisationField
                name={[name, 'coordinatorIds']}
                label={t('part.coordinators')}
                many
                optional
              />
              <div className="columns">
                <TextField name={[name, 'deliverable']} label={t('part.deliverable')} max={1000} optional />
                <TextField name={[name, 'note']} label={t('part.note')} max={1000} optional />
              </div>
              <ItemDetails at={name} />
              <Button size="small" onClick={() => remove(name)}>
                {t('draft.removeItem', { n: index + 1 })}
              </Button>
            </fieldset>
          ))}
          <Button className="below" onClick={() => add({ text: '' })}>
            {t('draft.addItem')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

/** Sections and their items, typed in the order in which they will be printed. */
export function SectionsField() {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const sections: readonly SectionValues[] | undefined = Form.useWatch('sections', form);
  return (
    <Form.List name="sections">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }, index) => {
            const holds = (sections?.[name]?.items ?? []).length > 0;
            return (
              <div
                key={key}
                className="line-form"
                role="group"
                aria-label={t('draft.section', { n: index + 1 })}
              >
                <div className="line-head">
                  <h3>{t('draft.section', { n: index + 1 })}</h3>
                  <Button
                    size="small"
                    disabled={holds}
                    title={holds ? t('draft.keepItems') : ''}
                    onClick={() => remove(name)}
                  >
                    {t('draft.removeSection', { n: index + 1 })}
                  </Button>
                </div>
                <TextField name={[name, 'printedNumber']} label={t('table.number')} max={40} optional />
                <TextField name={[name, 'title']} label={t('draft.sectionTitle')} max={1000} />
                <OrganisationField name={[name, 'leadIds']} label={t('part.leads')} many optional />
                <Items at={name} />
              </div>
            );
          })}
          <Button onClick={() => add({ title: '', items: [] })}>{t('draft.addSection')}</Button>
        </>
      )}
    </Form.List>
  );
}
