import { Form } from 'antd';
import { OrganisationField } from '../forms/document-fields.js';
import { AreaField, CheckField, ChoiceField, TextField } from '../forms/fields.js';
import { useWords } from '../messages/words.js';
import {
  presentProvision,
  presentSection,
  provisionOptions,
  SECTION_PARTS,
  sectionOptions,
  type ChangeProps,
  type ChangeValues,
  type SectionPart,
} from './changes.js';
import { WhenFields } from './provisions-field.js';

export function SetSection({ plan, at }: ChangeProps) {
  const { t } = useWords();
  const form = Form.useFormInstance();
  const values: ChangeValues | undefined = Form.useWatch(['changes', at], form);
  const showPresent = (sectionPart: SectionPart) => {
    const section = plan.content.sections.find(({ id }) => id === values?.sectionId);
    const blank = { text: undefined, organisationIds: undefined };
    const present = presentSection(section, sectionPart);
    form.setFieldValue(['changes', at], { ...values, sectionPart, ...blank, ...present });
  };
  return (
    <>
      <SectionField plan={plan} at={at} />
      <ChoiceField
        name={[at, 'sectionPart']}
        label={t('amendments.part')}
        options={SECTION_PARTS.map((value) => ({ value, label: t(`amendments.section.${value}`) }))}
        onChosen={(part) => showPresent(part as SectionPart)}
      />
      {values?.sectionPart === 'leads' ? (
        <OrganisationField name={[at, 'organisationIds']} label={t('amendments.newValue')} many optional />
      ) : (
        <AreaField name={[at, 'text']} label={t('amendments.newValue')} rows={2} max={1000} />
      )}
    </>
  );
}

export function SectionField({ plan, at, optional }: ChangeProps & { optional?: boolean }) {
  const { t } = useWords();
  return (
    <ChoiceField
      name={[at, 'sectionId']}
      label={t('of.section')}
      options={sectionOptions(plan.content)}
      optional={optional ?? false}
    />
  );
}

export function AddSection({ plan, at }: ChangeProps) {
  const { t } = useWords();
  return (
    <>
      <AreaField name={[at, 'text']} label={t('amendments.section.title')} rows={2} max={1000} />
      <TextField name={[at, 'printedNumber']} label={t('table.number')} max={40} optional />
      <ChoiceField
        name={[at, 'sectionId']}
        label={t('amendments.section')}
        options={sectionOptions(plan.content)}
        optional
      />
      <OrganisationField name={[at, 'organisationIds']} label={t('part.leads')} many optional />
    </>
  );
}

export function ProvisionField({ plan, at, onChosen }: ChangeProps & { onChosen?(id: string): void }) {
  const { t } = useWords();
  return (
    <ChoiceField
      name={[at, 'provisionId']}
      label={t('of.provision')}
      options={provisionOptions(plan.content)}
      {...(onChosen ? { onChosen } : {})}
    />
  );
}

export function SetProvision({ plan, at }: ChangeProps) {
  const form = Form.useFormInstance();
  const showPresent = (provisionId: string) => {
    const provision = plan.content.provisions.find(({ id }) => id === provisionId);
    form.setFieldValue(['changes', at], { op: 'setProvision', provisionId, ...presentProvision(provision) });
  };
  return (
    <>
      <ProvisionField plan={plan} at={at} onChosen={showPresent} />
      <WhenFields list="changes" at={at} />
    </>
  );
}

export function AddProvision({ at }: { at: number }) {
  const { t } = useWords();
  return (
    <>
      <TextField name={[at, 'what']} label={t('provisions.what')} max={600} />
      <AreaField name={[at, 'text']} label={t('provisions.text')} rows={2} max={2000} />
      <OrganisationField name={[at, 'organisationIds']} label={t('provisions.debtors')} many optional />
      <CheckField name={[at, 'openClass']} label={t('provisions.openClass')} />
      <OrganisationField name={[at, 'receiverId']} label={t('provisions.receiver')} optional />
      <WhenFields list="changes" at={at} />
    </>
  );
}
