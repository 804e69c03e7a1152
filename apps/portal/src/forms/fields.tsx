import dayjs, { type Dayjs } from 'dayjs';
import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import { useMe } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { fold } from '../words/names.js';

type NamePath = string | number | (string | number)[];

export interface FieldProps {
  name: NamePath;
  label: string;
  optional?: boolean;
  hint?: string;
}

/** Rules and label that every field has. */
export function useItem({ name, label, optional, hint }: FieldProps) {
  const { t } = useWords();
  return {
    name,
    label: optional ? (
      <>
        {label} <span className="quiet optional">({t('form.optional')})</span>
      </>
    ) : (
      label
    ),
    extra: hint,
    rules: optional ? [] : [{ required: true, message: t('form.required', { label }) }],
  };
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

/** Shown with two digits, and read as offices also write it: 8/12/2023, 08-12-2023, 8.12.2023. */
const DAY_FORMATS = ['DD/MM/YYYY', 'D/M/YYYY', 'D-M-YYYY', 'D.M.YYYY'];

/** A whole day, kept in the form as the ISO text that is sent. */
export function DayField(field: FieldProps) {
  const { data: me } = useMe();
  return (
    <Form.Item
      {...useItem(field)}
      getValueProps={(value: string | undefined) => ({ value: value ? dayjs(value) : undefined })}
      normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD')}
    >
      <DatePicker
        className="whole"
        format={DAY_FORMATS}
        placeholder="dd/mm/yyyy"
        showNow={false}
        {...(me ? { defaultPickerValue: dayjs(me.businessDate) } : {})}
      />
    </Form.Item>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoiceProps extends FieldProps {
  options: readonly Option[];
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
        showSearch={{
          filterOption: (typed, option) => fold(option?.label ?? '').includes(fold(typed)),
        }}
        {...(many ? { mode: 'multiple' as const } : {})}
        {...(onChosen ? { onChange: onChosen } : {})}
      />
    </Form.Item>
  );
}

/** Days outside forms (filters, the moment a plan is shown at). */
export function DayPicker(props: { label: string; value: string | undefined; change(value?: string): void }) {
  const { data: me } = useMe();
  return (
    <label>
      {props.label}
      <DatePicker
        format={DAY_FORMATS}
        placeholder="dd/mm/yyyy"
        showNow={false}
        value={props.value ? dayjs(props.value) : null}
        onChange={(value) => props.change(value?.format('YYYY-MM-DD'))}
        {...(me ? { defaultPickerValue: dayjs(me.businessDate) } : {})}
      />
    </label>
  );
}
