import type { PlanView } from '@lien-ket/contracts';
import { Button, Form } from 'antd';
import { OrganisationField } from '../forms/document-fields.js';
import type { ReactNode } from 'react';
import { AreaField, ChoiceField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import {
  isAgencyPart,
  ITEM_PARTS,
  itemOptions,
  OPS,
  PLAN_PARTS,
  presentPart,
  sectionOptions,
  type ChangeProps,
  type ChangeValues,
  type ItemPart,
  type PlanPart,
} from './changes.js';
import {
  AddProvision,
  AddSection,
  ProvisionField,
  SectionField,
  SetProvision,
  SetSection,
} from './part-changes.js';

function SetItem({ plan, at }: ChangeProps) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const values: ChangeValues | undefined = Form.useWatch(['changes', at], form);
  const showPresent = (part: ItemPart) => {
    const item = plan.content.items.find(({ id }) => id === values?.itemId);
    const blank = { text: undefined, organisationIds: undefined };
    form.setFieldValue(['changes', at], { ...values, part, ...blank, ...presentPart(item, part) });
  };
  return (
    <>
      <ItemField plan={plan} at={at} />
      <ChoiceField
        name={[at, 'part']}
        label={t('amendments.part')}
        options={ITEM_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
        onChosen={(part) => showPresent(part as ItemPart)}
      />
      {isAgencyPart(values?.part) ? (
        <OrganisationField name={[at, 'organisationIds']} label={t('amendments.newValue')} many />
      ) : (
        <AreaField
          name={[at, 'text']}
          label={t('amendments.newValue')}
          rows={2}
          optional={values?.part !== undefined && values.part !== 'text'}
        />
      )}
    </>
  );
}

function AddItem({ plan, at }: ChangeProps) {
  const { t } = useWords();
  return (
    <>
      <ChoiceField
        name={[at, 'sectionId']}
        label={t('amendments.section')}
        options={sectionOptions(plan.content)}
      />
      <TextField name={[at, 'printedNumber']} label={t('table.number')} max={40} optional />
      <AreaField name={[at, 'text']} label={t('part.text')} rows={2} />
      <OrganisationField name={[at, 'organisationIds']} label={t('part.leads')} many optional />
      <TextField name={[at, 'deliverable']} label={t('part.deliverable')} max={1000} optional />
      <TextField name={[at, 'time']} label={t('part.time')} optional />
    </>
  );
}

function SetPlan({ at }: { at: number }) {
  const { t } = useWords();
  const part: PlanPart | undefined = Form.useWatch(['changes', at, 'planPart']);
  const optional = part !== undefined && part !== 'title';
  return (
    <>
      <ChoiceField
        name={[at, 'planPart']}
        label={t('amendments.part')}
        options={PLAN_PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
      />
      <AreaField
        name={[at, 'text']}
        label={t('amendments.newValue')}
        rows={2}
        max={part === 'title' ? 1000 : 200}
        optional={optional}
      />
    </>
  );
}

function Removal({ at, children }: { at: number; children: ReactNode }) {
  const { t } = useWords();
  return (
    <>
      {children}
      <AreaField name={[at, 'reason']} label={t('input.reason')} rows={2} max={1000} />
    </>
  );
}

function ItemField({ plan, at }: ChangeProps) {
  const { t } = useWords();
  return (
    <ChoiceField name={[at, 'itemId']} label={t('amendments.item')} options={itemOptions(plan.content)} />
  );
}

function Change({ plan, at }: ChangeProps) {
  const op: ChangeValues['op'] | undefined = Form.useWatch(['changes', at, 'op']);
  switch (op) {
    case 'setItem':
      return <SetItem plan={plan} at={at} />;
    case 'addItem':
      return <AddItem plan={plan} at={at} />;
    case 'removeItem':
      return (
        <Removal at={at}>
          <ItemField plan={plan} at={at} />
        </Removal>
      );
    case 'setSection':
      return <SetSection plan={plan} at={at} />;
    case 'addSection':
      return <AddSection plan={plan} at={at} />;
    case 'removeSection':
      return (
        <Removal at={at}>
          <SectionField plan={plan} at={at} />
        </Removal>
      );
    case 'setProvision':
      return <SetProvision plan={plan} at={at} />;
    case 'addProvision':
      return <AddProvision at={at} />;
    case 'removeProvision':
      return (
        <Removal at={at}>
          <ProvisionField plan={plan} at={at} />
        </Removal>
      );
    case 'setPlan':
      return <SetPlan at={at} />;
    case undefined:
      return null;
  }
}

/** The list `changes` of a form: what is to become different, one thing per row. */
export function ChangesField({ plan }: { plan: PlanView }) {
  const { t } = useWords();
  return (
    <fieldset className="group">
      <legend>{t('amendments.changes')}</legend>
      <Form.List name="changes">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }) => (
              <div key={key} className="line-form">
                <ChoiceField
                  name={[at, 'op']}
                  label={t('amendments.op')}
                  options={OPS.map((value) => ({ value, label: t(`amendments.op.${value}`) }))}
                />
                <Change plan={plan} at={at} />
                <Button type="text" size="small" onClick={() => remove(at)}>
                  {t('form.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ op: 'setItem' })}>{t('form.add')}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
