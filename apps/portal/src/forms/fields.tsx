import { Checkbox, Form, Input, Select } from 'antd';
import { useWords } from '../messages/words.js';
import { CHOICE_SEARCH, type Choice } from '../words/choices.js';

type NamePath = string | number | (string | number)[];

export interface FieldProps {
  name: NamePath;
  label: string;
  optional?: boolean;
  hint?: string;
}

/** One piece, so that it breaks between words where the label is narrow. */
export function OptionalLabel({ label }: { label: string }) {
  const { t } = useWords();
  return (
    <span>
      {label} <span className="quiet optional">({t('form.optional')})</span>
    </span>
  );
}

/** Rules and label that every field has. */
export function useItem({ name, label, optional, hint }: FieldProps) {
  const { t } = useWords();
  return {
    name,
    label: optional ? <OptionalLabel label={label} /> : label,
    extra: hint,
    rules: optional ? [] : [{ required: true, message: t('form.required', { label }) }],
  };
}

const Unseen = () => null;

/** What a row bears and no hand changes: a form gives only what its fields hold. */
export function KeptField({ name }: Pick<FieldProps, 'name'>) {
  return (
    <Form.Item name={name} noStyle>
      <Unseen />
    </Form.Item>
  );
}

export function TextField({ max = 300, ...field }: FieldProps & { max?: number }) {
  return (
    <Form.Item {...useItem(field)}>
      <Input maxLength={max} />
    </Form.Item>
  );
}

export function AreaField({ rows = 4, max = 4000, ...field }: FieldProps & { rows?: number; max?: number }) {
  return (
    <Form.Item {...useItem(field)}>
      <Input.TextArea rows={rows} maxLength={max} />
    </Form.Item>
  );
}

export function CheckField({ name, label }: FieldProps) {
  return (
    <Form.Item name={name} valuePropName="checked">
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  );
}

interface ChoiceProps extends FieldProps {
  options: readonly Choice[];
  many?: boolean;
  onChosen?(value: string): void;
}

/** One or several of a list, found by typing without marks. */
export function ChoiceField({ options, many, onChosen, ...field }: ChoiceProps) {
  const { t } = useWords();
  return (
    <Form.Item {...useItem(field)}>
      <Select
        options={[...options]}
        placeholder={t('form.choose')}
        allowClear={field.optional ?? false}
        showSearch={CHOICE_SEARCH}
        {...(many ? { mode: 'multiple' as const } : {})}
        {...(onChosen ? { onChange: onChosen } : {})}
      />
    </Form.Item>
  );
}
