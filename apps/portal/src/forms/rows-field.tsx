import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../messages/words.js';

interface RowsProps {
  name: string | (string | number)[];
  title: string;
  addTitle: string;
  hint?: string;
  /** A new row's first values. */
  blank?: object | string;
  /** The fields of the row at this place of the list. */
  children(at: number): ReactNode;
}

/** Several of a kind, each with its own fields, in the order in which they are typed. */
export function RowsField({ name, title, addTitle, hint, blank = {}, children }: RowsProps) {
  const { t } = useWords();
  return (
    <fieldset className="group">
      <legend>{title}</legend>
      {hint && <p className="quiet">{hint}</p>}
      <Form.List name={name}>
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: at }) => (
              <div key={key} className="line-form" role="group" aria-label={`${title} ${at + 1}`}>
                {children(at)}
                <Button
                  type="text"
                  size="small"
                  aria-label={`${t('form.remove')}: ${title} ${at + 1}`}
                  onClick={() => remove(at)}
                >
                  {t('form.remove')}
                </Button>
              </div>
            ))}
            <Button onClick={() => add(blank)}>{addTitle}</Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
