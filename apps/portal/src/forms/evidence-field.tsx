import { Button, Form } from 'antd';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import { storeFile } from '../client/client.js';
import { newKey } from '../client/keys.adapter.js';
import { useFile } from '../layout/evidence-files.js';
import { problemWords } from '../layout/states.js';
import { useWords } from '../messages/words.js';
import { OptionalLabel } from './fields.js';

/** A stored file, as a form holds it: the entry names its id. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
}

interface ControlProps {
  value?: readonly StoredFile[];
  onChange?(files: readonly StoredFile[]): void;
}

function FileRow({ file, remove }: { file: StoredFile; remove(): void }) {
  const { t } = useWords();
  const { facts, erased } = useFile(file.id);
  const name = facts?.name ?? file.name;
  return (
    <div className="file">
      <span>{erased ? t('files.erased', { name }) : name}</span>
      <Button type="text" size="small" aria-label={`${t('form.remove')}: ${name}`} onClick={remove}>
        {t('form.remove')}
      </Button>
    </div>
  );
}

/** Stores each chosen file at once, so that the entry itself stays a small command that can be repeated. */
function FilesControl({ value = [], onChange }: ControlProps) {
  const { t } = useWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ file: File; key: string; why: string }>();
  const store = async (file: File, key: string) => {
    setBusy(true);
    setRefused(undefined);
    try {
      const answer = await storeFile(file, key);
      onChange?.([...value, { id: answer.id, name: file.name }]);
    } catch (error) {
      setRefused({ file, key, why: problemWords(error, t) });
    } finally {
      setBusy(false);
    }
  };
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = '';
    if (file) void store(file, newKey());
  };
  return (
    <div className="files">
      {value.map((file) => (
        <FileRow key={file.id} file={file} remove={() => onChange?.(value.filter((each) => each !== file))} />
      ))}
      <input ref={input} id={id} type="file" className="unseen" tabIndex={-1} aria-hidden onChange={chosen} />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {t('files.choose')}
      </Button>
      {refused && (
        <div role="alert" className="late">
          {refused.file.name}: {refused.why}{' '}
          <Button size="small" onClick={() => void store(refused.file, refused.key)}>
            {t('page.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}

export function EvidenceField() {
  const { t } = useWords();
  return (
    <Form.Item
      name="evidence"
      label={<OptionalLabel label={t('activities.evidence')} />}
      extra={t('files.hint')}
    >
      <FilesControl />
    </Form.Item>
  );
}

export const evidenceOf = (files: readonly StoredFile[] | undefined): string[] =>
  (files ?? []).map(({ id }) => id);
