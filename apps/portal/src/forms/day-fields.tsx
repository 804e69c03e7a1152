import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { createContext, useContext, useState, type ComponentProps } from 'react';
import { useMe } from '../client/queries.js';
import { useWords } from '../messages/words.js';
import { day, isDay, typedDay } from '../words/dates.js';
import type { Earliest } from '../words/new-due.js';
import { useCalendar } from './calendar-keys.js';
import { useItem, type FieldProps } from './fields.js';

interface Typing {
  /** What stands in the field while it is not the picker's own text. */
  readonly text: string | undefined;
  type(text: string): void;
}

const Typing = createContext<Typing>({ text: undefined, type: () => undefined });

/** The picker drops what is no day; this field keeps it, so that it can be mended. */
function TypedInput(props: ComponentProps<'input'>) {
  const { text, type } = useContext(Typing);
  return (
    <input {...props} value={text ?? props.value} onChange={(event) => type(event.currentTarget.value)} />
  );
}

const COMPONENTS = { input: TypedInput };

export interface DayInputProps {
  id?: string;
  className?: string;
  faulty?: boolean;
  /** The calendar opens there and offers no day before. */
  earliest?: string | undefined;
  /** An ISO day, or what was typed where it is no day. */
  value?: string | undefined;
  onChange?(value: string | undefined): void;
  onBlur?(): void;
  /** A day was chosen, or what was typed is left or confirmed. */
  onSettled?(value: string | undefined): void;
}

const valueOf = (typed: string): string | undefined => typedDay(typed) ?? (typed.trim() || undefined);

/** A day typed as offices write it, or chosen; what is typed is its value as long as it is no day. */
export function DayInput(props: DayInputProps) {
  const { value, onChange, onBlur, onSettled, className, faulty, earliest, ...rest } = props;
  const { data: me } = useMe();
  const [typed, setTyped] = useState<string>();
  const kept = typed !== undefined && valueOf(typed) === value ? typed : undefined;
  const noDay = value && !isDay(value) ? value : undefined;
  const stands = value && isDay(value) ? value : undefined;
  const calendar = useCalendar({ value: stands, opensAt: earliest ?? me?.businessDate, earliest });
  const { reached } = calendar;
  const type = (text: string) => {
    setTyped(text);
    // Who types needs no calendar, and it would lie over the next fields.
    calendar.show(false);
    onChange?.(valueOf(text));
  };
  const choose = (chosen: string | undefined) => {
    setTyped(undefined);
    onChange?.(chosen);
    onSettled?.(chosen);
  };
  const leave = () => {
    setTyped(undefined);
    onBlur?.();
    onSettled?.(value);
  };
  const confirm = () => {
    calendar.show(false);
    if (reached !== undefined) return choose(reached);
    setTyped(undefined);
    onSettled?.(value);
  };
  return (
    <Typing value={{ text: kept ?? noDay, type }}>
      <DatePicker
        {...rest}
        {...(className ? { className } : {})}
        {...(faulty ? { status: 'error' as const } : {})}
        components={COMPONENTS}
        format="DD/MM/YYYY"
        placeholder="dd/mm/yyyy"
        showNow={false}
        // What stands in the field is what is sent, wherever the mouse rests.
        previewValue={false}
        value={stands ? dayjs(stands) : null}
        onChange={(chosen: Dayjs | null) => choose(chosen?.format('YYYY-MM-DD'))}
        onBlur={leave}
        {...calendar.picker}
        cellRender={(cell, { type: shown, originNode }) =>
          shown === 'date' && dayjs(cell).isSame(reached, 'day') && reached ? (
            <span className="reached">{originNode}</span>
          ) : (
            originNode
          )
        }
        onKeyDown={(event) => {
          calendar.go(event);
          if (event.key !== 'Enter') return;
          // It confirms the day and does not send the form.
          event.preventDefault();
          confirm();
        }}
        {...(earliest ? { minDate: dayjs(earliest) } : {})}
      />
      {reached && (
        <span className="unseen" role="status">
          {day(reached)}
        </span>
      )}
    </Typing>
  );
}

/** A whole day, kept in the form as the ISO text that is sent. */
export function DayField({ earliest, ...field }: FieldProps & { earliest?: Earliest | undefined }) {
  const { t } = useWords();
  const { rules, ...item } = useItem(field);
  const faultOf = (value: string | undefined): string | undefined => {
    if (!value) return undefined;
    if (!isDay(value)) return t('form.noDay', { typed: value });
    return earliest && value < earliest.day ? earliest.fault : undefined;
  };
  const check = (_: unknown, value: string | undefined) => {
    const fault = faultOf(value);
    return fault ? Promise.reject(new Error(fault)) : Promise.resolve();
  };
  return (
    <Form.Item
      {...item}
      rules={[...rules, { validator: check, validateTrigger: 'onBlur' }]}
      validateTrigger={['onChange', 'onBlur']}
    >
      <DayInput className="whole" earliest={earliest?.day} />
    </Form.Item>
  );
}

interface PickerProps {
  label: string;
  value: string | undefined;
  change(value?: string): void;
  /** What acts on the day must not act on the one before while what stands here is none. */
  needed?: boolean;
}

/** Days outside forms (filters, the moment a plan is shown at); what is no day changes nothing and stays to be mended. */
export function DayPicker({ label, value, change, needed }: PickerProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState<{ of: string | undefined; is: string | undefined; left: boolean }>();
  const shown = draft && draft.of === value ? draft : { is: value, left: true };
  const fault = shown.left && shown.is !== undefined && !isDay(shown.is) ? shown.is : undefined;
  const settle = (settled: string | undefined) => {
    const stands = settled === undefined || isDay(settled);
    const next = stands ? settled : needed ? undefined : value;
    setDraft(stands ? undefined : { of: next, is: settled, left: true });
    if (next !== value) change(next);
  };
  return (
    <label>
      {label}
      <DayInput
        value={shown.is}
        faulty={fault !== undefined}
        onChange={(is) => setDraft({ of: value, is, left: false })}
        onSettled={settle}
      />
      {fault && (
        <span className="fault" role="alert">
          {t('form.noDay', { typed: fault })}
        </span>
      )}
    </label>
  );
}
