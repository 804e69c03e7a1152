import { useState } from 'react';
import { Form, Input } from 'antd';
import { useWords } from '../messages/words.js';
import { numberFrom, numberTyped } from '../words/numbers.js';
import { useItem, type FieldProps } from './fields.js';

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}
interface NumberProps extends FieldProps, Bounds {
  /** What is wrong with it beside others, whose change asks again. */
  fault?(): string | undefined;
  with?: readonly (string | number)[][];
}
interface TypedProps {
  id?: string;
  value?: number | null;
  onChange?(value: number | undefined): void;
}

const same = (a: number | undefined, b: number | null | undefined) => Object.is(a, b ?? undefined);

/** What was typed stays as typed; the form holds the number it means, NaN where it means none. */
function TypedNumber({ value, onChange, ...rest }: TypedProps) {
  const { language } = useWords();
  const [typed, setTyped] = useState('');
  const shown = same(numberFrom(typed, language), value)
    ? typed
    : typeof value === 'number' && !Number.isNaN(value)
      ? numberTyped(value, language)
      : '';
  return (
    <Input
      {...rest}
      inputMode="decimal"
      maxLength={40}
      value={shown}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange?.(numberFrom(target.value, language));
      }}
    />
  );
}

/** A number as it is written on paper. One beyond its bounds is refused: to move it would be to write another. */
export function NumberField({ min, max, fault: more, with: others, ...field }: NumberProps) {
  const { t } = useWords();
  const { rules, ...item } = useItem(field);
  const fault = (value: number | null | undefined): string | undefined => {
    if (value === undefined || value === null) return undefined;
    if (Number.isNaN(value)) return t('form.notNumber');
    if ((min !== undefined && value < min) || (max !== undefined && value > max))
      return t('form.between', { label: field.label, min: min ?? '', max: max ?? '' });
    return undefined;
  };
  const check = (_: unknown, value?: number | null) => {
    const words = fault(value) ?? more?.();
    return words ? Promise.reject(new Error(words)) : Promise.resolve();
  };
  return (
    <Form.Item {...item} dependencies={[...(others ?? [])]} rules={[...rules, { validator: check }]}>
      <TypedNumber />
    </Form.Item>
  );
}
